package dev.wakerobin.runtime;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what other threads have to do, and gives up with a message instead of hanging.
///
/// A deadline by the wall clock lies on a shared machine, where everything may stand still for two
/// seconds. So each turn of the waiting loop counts for 5 ms at most, however long it took.
final class Patience {
  private static final long LIMIT_NANOS = 10_000_000_000L;
  private static final long MOST_PER_TURN_NANOS = 5_000_000;
  private static final long PAUSE_NANOS = 50_000;
  private static final int SPINS = 2_000;

  private Patience() {}

  /// Waits until it is so.
  ///
  /// @param what to be said if it does not come, as in "task 3 to end"
  static void await(String what, BooleanSupplier isSo) {
    for (int i = 0; i < SPINS; i++) {
      if (isSo.getAsBoolean()) {
        return;
      }
      Thread.onSpinWait();
    }
    long waited = 0;
    long last = System.nanoTime();
    while (!isSo.getAsBoolean()) {
      if (waited > LIMIT_NANOS) {
        throw new AssertionError("waited in vain for " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      long now = System.nanoTime();
      waited += Math.min(now - last, MOST_PER_TURN_NANOS);
      last = now;
    }
  }

  /// Waits until the thread sleeps where the test wants it: nothing else parks it.
  static void awaitParked(Thread thread) {
    await(
        thread.getName() + " to park",
        () ->
            thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING);
  }

  static void awaitEnd(Thread thread) {
    await(thread.getName() + " to end", () -> !thread.isAlive());
  }
}
