package dev.wakerobin.runtime;

import java.util.concurrent.locks.LockSupport;

/// Has the [Watchdog] look, by and by.
final class WatchdogThread {
  private static final long SHORTEST_PAUSE_NANOS = 1_000_000;

  private final Watchdog watchdog;
  private volatile boolean ended;

  private WatchdogThread(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  /// Starts to look. Answers how to end that.
  ///
  /// Virtual time stands still during a poll, so the watch over those is kept by the real one; time
  /// that a test moves is looked at when it moves.
  static Runnable start(Watchdog watchdog, Clock clock, String names) {
    return switch (clock) {
      case SystemClock _, VirtualClock _ -> startThread(watchdog, names);
      case ManualClock manual -> {
        Runnable look = () -> watchdog.look(manual.nanoTime());
        manual.onMove(look);
        yield () -> manual.forget(look);
      }
    };
  }

  private static Runnable startThread(Watchdog watchdog, String names) {
    WatchdogThread looks = new WatchdogThread(watchdog);
    Thread thread = Thread.ofPlatform().daemon().name(names + "-watchdog").start(looks::run);
    return () -> {
      looks.ended = true;
      LockSupport.unpark(thread);
      WatchThread.joinUninterruptibly(thread);
    };
  }

  private void run() {
    long pause =
        Math.max(SHORTEST_PAUSE_NANOS, watchdog.thresholdNanos() / Watchdog.LOOKS_PER_THRESHOLD);
    while (!ended) {
      LockSupport.parkNanos(this, pause);
      Thread.interrupted(); // A stray interrupt does not end it.
      watchdog.look(System.nanoTime());
    }
  }
}
