package dev.wakerobin.tutorial.chapter06;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import java.util.function.UnaryOperator;

/// ## Waiting deep down
///
/// A function that calls a function that calls a function, and the last one waits, again and again.
/// Once as async functions, and once as ordinary methods, for a thread.
public final class Chain {
  private Chain() {}

  /// ### In a task
  ///
  /// The bell rings at the bottom. But the task is polled at the top: it polls what it awaits, that
  /// polls what it awaits, and so on, down to where something has changed.
  ///
  /// @param counted puts a counter around each function
  public static Future<Unit> task(int depth, int waits, UnaryOperator<Future<Unit>> counted) {
    return counted.apply(
        async(
            () -> {
              if (depth > 1) {
                await(task(depth - 1, waits, counted));
                return;
              }
              for (int i = 0; i < waits; i++) {
                await(Tasks.yieldNow());
              }
            }));
  }

  /// ### In a thread
  ///
  /// A thread has a stack. It goes on at the bottom, where it stopped.
  @SuppressWarnings("ThreadPriorityCheck") // To wait, as yieldNow does above, is the point.
  public static void thread(int depth, int waits) {
    if (depth > 1) {
      thread(depth - 1, waits);
      return;
    }
    for (int i = 0; i < waits; i++) {
      Thread.yield();
    }
  }
}
