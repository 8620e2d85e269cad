package dev.wakerobin.runtime;

import dev.wakerobin.spi.Parker;

/// Watches the timers when the scheduler does not: rule R4. It parks as a worker would, only that
/// no work ever comes.
final class WatchThread {
  private final Parker parker;
  private volatile boolean ended;

  private WatchThread(Parker parker) {
    this.parker = parker;
  }

  /// Starts one. Answers how to end it.
  static Runnable start(Engine engine, Parker parker, String names) {
    WatchThread watch = new WatchThread(parker);
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name(names + "-timers")
            .start(() -> Seat.ofThisThread().assist(engine, watch::run));
    return () -> {
      watch.ended = true;
      parker.unpark();
      joinUninterruptibly(thread);
    };
  }

  private void run() {
    while (!ended) {
      parker.park();
      Thread.interrupted(); // A stray interrupt does not end it.
    }
  }

  /// Waits for the end of a thread, unless that is the calling one.
  static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread != Thread.currentThread() && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
