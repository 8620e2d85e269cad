package dev.wakerobin.testkit;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what other threads have to do, and gives up with a message instead of hanging.
///
/// A deadline by the wall clock lies on a shared machine, where everything may stand still for two
/// seconds. So each turn of the waiting loop counts for 5 ms at most, however long it took: if we
/// stood still, so did those we wait for.
public final class Patience {
  /// The system property that says how many milliseconds to wait at most; 10,000 by default.
  public static final String PROPERTY = "wakerobin.testkit.patience";

  private static final int LIMIT_MILLIS = 10_000;
  private static final long MOST_PER_TURN_NANOS = 5_000_000;
  private static final long PAUSE_NANOS = 50_000;

  private Patience() {}

  /// Waits until it is so.
  ///
  /// @param what to be said if it does not come: a sentence without a subject, as in "task 3 to
  ///     end"
  public static void await(String what, BooleanSupplier isSo) {
    await(() -> what, isSo);
  }

  /// The same, with a message that is made when it is needed.
  public static void await(Supplier<String> what, BooleanSupplier isSo) {
    long limit = Integer.getInteger(PROPERTY, LIMIT_MILLIS) * 1_000_000L;
    long waited = 0;
    long last = System.nanoTime();
    while (!isSo.getAsBoolean()) {
      if (waited > limit) {
        throw new AssertionError("waited in vain for " + what.get());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      long now = System.nanoTime();
      waited += Math.min(now - last, MOST_PER_TURN_NANOS);
      last = now;
    }
  }
}
