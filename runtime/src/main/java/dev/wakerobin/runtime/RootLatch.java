package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import dev.wakerobin.spi.Latch;
import java.util.concurrent.locks.LockSupport;

/// Opens when the task that a `blockOn` waits for has ended. It joins that task as any other waker
/// would.
final class RootLatch implements Latch, Waker {
  private final TaskCell<?> root;
  private final Thread caller = Thread.currentThread();

  RootLatch(TaskCell<?> root) {
    this.root = root;
    root.joiners().add(this);
  }

  @Override
  public boolean isOpen() {
    return root.isDone();
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
