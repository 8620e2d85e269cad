package dev.wakerobin.scheduler.lab;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Who drives the loop, if several threads have come to: the one with the baton, for all. The
/// others wait until what they came for is done or the baton lies free.
final class Baton {
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread holder; // Written by him.

  boolean isMine() {
    return Thread.currentThread() == holder;
  }

  void queueUp() {
    waiting.add(Thread.currentThread());
  }

  /// Leaves the queue. The baton may have been offered to the one who leaves, so it is offered to
  /// the next one.
  void leave() {
    waiting.remove(Thread.currentThread());
    Thread next = waiting.peek();
    if (next != null && !lock.isLocked()) {
      LockSupport.unpark(next);
    }
  }

  boolean tryTake() {
    boolean taken = lock.tryLock();
    if (taken) {
      holder = Thread.currentThread();
    }
    return taken;
  }

  /// Waits until it lies free, and takes it.
  void take() {
    lock.lock();
    holder = Thread.currentThread();
  }

  void layDown() {
    holder = null;
    lock.unlock();
  }

  void wakeAll() {
    waiting.forEach(LockSupport::unpark);
  }
}
