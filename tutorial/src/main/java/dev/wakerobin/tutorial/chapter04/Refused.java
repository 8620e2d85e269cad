package dev.wakerobin.tutorial.chapter04;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import java.util.concurrent.Callable;

/// ## What a body cannot do
///
/// To be left at an await, the code has to be the body's own. Each of these is refused in words:
/// the first when it runs, the others when the body is made.
///
/// With Wakerobin on the class path, javac itself says the same, at line and column: there is a
/// plugin that starts by itself. This book is compiled from modules, where no plugin starts, or it
/// could not show you.
final class Refused {
  /// Nobody polls an ordinary method, so there is nobody to come back.
  String inAnOrdinaryMethod(Future<String> future) throws Exception {
    return await(future);
  }

  /// A lock belongs to a thread. Between two polls the body has none.
  Future<String> underALock(Future<String> future) {
    return async(
        () -> {
          synchronized (this) {
            return await(future);
          }
        });
  }

  /// Whoever calls the lambda goes on only when it returns.
  Future<String> inALambda(Future<String> future) {
    return async(
        () -> {
          Callable<String> call = () -> await(future);
          return call.call();
        });
  }
}
