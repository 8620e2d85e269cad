package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import dev.wakerobin.spi.Latch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Opens when the task that a `blockOn` waits for has ended. It joins that task as any other waker
/// would. It opens as well when nothing can run any more: then there is a report.
final class RootLatch implements Latch, Waker {
  private final TaskCell<?> root;
  private final Thread caller = Thread.currentThread();
  private volatile @Nullable String stall;

  RootLatch(TaskCell<?> root) {
    this.root = root;
    root.addJoiner(this);
  }

  @Override
  public boolean isOpen() {
    return root.isDone() || stall != null;
  }

  TaskCell<?> root() {
    return root;
  }

  /// The root will never be done.
  void stall(String report) {
    stall = report;
    wake();
  }

  void throwIfStalled() {
    String report = stall;
    if (report != null && !root.isDone()) {
      throw new StalledException(report);
    }
  }

  @Override
  public void await() throws InterruptedException {
    while (!isOpen()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.park(this);
    }
  }

  @Override
  public void wake() {
    LockSupport.unpark(caller);
  }
}
