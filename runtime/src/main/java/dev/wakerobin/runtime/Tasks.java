package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Doors for code that runs inside a task: each leads to the runtime of that task.
///
/// The futures that they give may be made anywhere; polling them needs a task. The other doors
/// throw [IllegalStateException] outside of a task or a blocking call.
public final class Tasks {
  private Tasks() {}

  /// Spawns a task beside this one: see [AsyncRuntime#spawn(Future)].
  public static <T> JoinHandle<T> spawn(Future<T> future) {
    return spawn("", future);
  }

  /// Spawns a task with a name: see [AsyncRuntime#spawn(String, Future)].
  public static <T> JoinHandle<T> spawn(String name, Future<T> future) {
    Seat seat = Seat.ofThisThread();
    return AsyncRuntime.at(seat).spawn(name, future, seat);
  }

  /// Makes a call that blocks, on a thread where it may: see
  /// [AsyncRuntime#spawnBlocking(Callable)].
  public static <T> JoinHandle<T> spawnBlocking(Callable<T> call) {
    return AsyncRuntime.current().spawnBlocking(call);
  }

  /// Computes on a thread that is there for it: see [AsyncRuntime#spawnComputation(Callable)].
  public static <T> JoinHandle<T> spawnComputation(Callable<T> call) {
    return AsyncRuntime.current().spawnComputation(call);
  }

  /// Lets the other tasks that are ready go first: pending once, ready when its turn comes again.
  public static Future<Unit> yieldNow() {
    return new YieldNow();
  }

  /// Ready once the duration has passed, counted from the first poll; never earlier. At once if it
  /// is zero.
  ///
  /// @throws IllegalArgumentException if the duration is negative
  public static Future<Unit> sleep(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "a sleep cannot be negative, and this is " + duration + ": give zero or more");
    }
    return Sleep.lasting(duration);
  }

  /// Ready once the runtime's clock ([#now()]) shows that instant or later.
  public static Future<Unit> sleepUntil(Instant deadline) {
    return Sleep.until(Objects.requireNonNull(deadline, "deadline"));
  }

  /// The value of the future; or, if the duration passes first, counted from the first poll, the
  /// future is cancelled and a [java.util.concurrent.TimeoutException] thrown.
  ///
  /// In each poll the future is asked first: a value that is there is never too late, even if the
  /// duration is zero. The clock is asked as well, even if the future has used up the budget.
  ///
  /// @throws IllegalArgumentException if the duration is negative
  public static <T> Future<T> timeout(Duration duration, Future<T> future) {
    return new TimeLimit<>(duration, future);
  }

  /// Ticks at once, and then each time the period has passed.
  ///
  /// @throws IllegalArgumentException if the period is zero or negative
  public static Interval interval(Duration period) {
    return new Interval(null, period);
  }

  /// The same, with the first tick at that instant instead of at once.
  ///
  /// @throws IllegalArgumentException if the period is zero or negative
  public static Interval intervalFrom(Instant start, Duration period) {
    return new Interval(Objects.requireNonNull(start, "start"), period);
  }

  /// A set of tasks of this runtime, to be joined in the order in which they end: see [JoinSet].
  public static <T> JoinSet<T> joinSet() {
    return JoinSet.on(AsyncRuntime.current());
  }

  /// The time of the runtime's clock, which never goes back.
  public static Instant now() {
    return AsyncRuntime.current().now();
  }
}
