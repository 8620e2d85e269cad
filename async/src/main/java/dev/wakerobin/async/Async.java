package dev.wakerobin.async;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import java.util.Arrays;
import java.util.List;

/// Async functions: straight-line code that waits for futures without blocking a thread.
///
/// ```java
/// static Future<String> greet(Connection c) {
///   return async(() -> {
///     String name = await(c.readLine());
///     return "hello " + name;
///   });
/// }
/// ```
///
/// The body becomes a state machine, a [Frame], when it is first used: it is left at an await whose
/// future is pending, and entered there again when it is polled next. Loops, `try` and `finally`,
/// try-with-resources, `switch` and nested calls work as they always do. What does not is listed in
/// [Restriction], and says so.
///
/// Between two awaits a body may change threads. So a `ReentrantLock` must not be held over an
/// await, and a `ThreadLocal` read before may differ after.
///
/// The idea of a stackless state machine behind await is C#'s (2012); that a future is inert and
/// polled from outside is Rust's.
public final class Async {
  private Async() {}

  /// The future of what the body returns. The body starts when the future is first polled.
  ///
  /// Cancelling the future while it is suspended cancels what it awaits and runs the body's
  /// `finally` blocks; there, nothing can be awaited.
  ///
  /// @throws RestrictionException if the body does what it cannot; the message says what and where
  @SuppressWarnings("unchecked") // The maker was made for this lambda, whose body returns a T.
  public static <T> Future<T> async(AsyncBody<T> body) {
    return (Future<T>) BodyClass.maker(body).make(body);
  }

  /// The same of a body that returns nothing. Write it as a block, `() -> { … }`: an expression has
  /// a value, and is taken for the other kind of body.
  ///
  /// @throws RestrictionException if the body does what it cannot; the message says what and where
  @SuppressWarnings("unchecked") // A body that returns nothing is a future of Unit.
  public static Future<Unit> async(AsyncAction body) {
    return (Future<Unit>) BodyClass.maker(body).make(body);
  }

  /// Waits for a future, inside an async body, and has its value.
  ///
  /// The future is polled with the waker of the body. If it is pending the body is left here, and
  /// goes on here later, perhaps on another thread.
  ///
  /// @throws Exception what the future fails with
  /// @throws RestrictionException if this is no async body
  public static <T> T await(Future<T> future) throws Exception {
    return Stepping.await(future);
  }

  /// Waits for all of them, and has their values in the order given. They are polled in turns, not
  /// one after the other. If one fails, so does this, and the others are cancelled.
  ///
  /// @throws Exception what the first to fail fails with
  /// @throws RestrictionException if this is no async body
  public static <T> List<T> awaitAll(List<? extends Future<? extends T>> futures) throws Exception {
    return Stepping.await(new AllOf<>(futures));
  }

  /// The same of futures named one by one.
  ///
  /// @throws Exception what the first to fail fails with
  /// @throws RestrictionException if this is no async body
  @SafeVarargs
  @SuppressWarnings("varargs") // Nothing is stored in it.
  public static <T> List<T> awaitAll(Future<? extends T>... futures) throws Exception {
    return Stepping.await(new AllOf<>(Arrays.asList(futures)));
  }
}
