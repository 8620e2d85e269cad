package dev.wakerobin.scheduler.lab;

import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tasks that came from threads which do not drive the loop. The driver takes all that have arrived
/// at once, so that neither side keeps the other from going on for long.
final class ForeignQueue {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private ArrayDeque<ReadyTask> arrived = new ArrayDeque<>(); // Guarded by this.
  private ArrayDeque<ReadyTask> spare = new ArrayDeque<>(); // The driver's.
  private volatile boolean any; // Written under the lock; a look costs the driver no lock.

  /// Adds one. True if it is the first to arrive, so that the driver may be asleep.
  synchronized boolean add(ReadyTask task) {
    arrived.add(task);
    boolean first = !any;
    any = true;
    notifyAll();
    return first;
  }

  /// Waits until one has arrived, for a while. False if none has.
  synchronized boolean awaitAny() throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    long left = PATIENCE_NANOS;
    while (!any && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = until - System.nanoTime();
    }
    return any;
  }

  boolean isEmpty() {
    return !any;
  }

  /// Gives the driver everything that has arrived, in that order.
  void moveTo(Consumer<ReadyTask> ready) {
    if (!any) {
      return;
    }
    ArrayDeque<ReadyTask> batch;
    synchronized (this) {
      batch = arrived;
      arrived = spare;
      any = false;
    }
    batch.forEach(ready);
    batch.clear();
    spare = batch;
  }
}
