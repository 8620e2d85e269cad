package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.WorkerEvents;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Lends a scheduler the plainest things there are. With threads that do nothing, a test can play
/// the workers itself.
record FakeContext(int parallelism, ThreadFactory threads, Queue<Throwable> reports)
    implements SchedulerContext, WorkerEvents {

  /// With threads that work.
  static FakeContext working(int parallelism) {
    return new FakeContext(
        parallelism, Thread.ofPlatform().daemon().factory(), new ConcurrentLinkedQueue<>());
  }

  /// With threads that end at once.
  static FakeContext idle(int parallelism) {
    return new FakeContext(
        parallelism, _ -> Thread.ofVirtual().unstarted(() -> {}), new ConcurrentLinkedQueue<>());
  }

  @Override
  public Parker newParker() {
    Semaphore permit = new Semaphore(0);
    return new Parker() {
      @Override
      public void park() {
        permit.acquireUninterruptibly();
        permit.drainPermits();
      }

      @Override
      public void parkNanos(long nanos) {
        try {
          if (permit.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            permit.drainPermits();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void unpark() {
        permit.release();
      }

      @Override
      public void serveEvents() {}
    };
  }

  @Override
  public RandomGenerator random() {
    return new SplittableRandom(1);
  }

  @Override
  public WorkerEvents events() {
    return this;
  }

  @Override
  public void report(Throwable problem) {
    reports.add(problem);
  }

  @Override
  public void started(int worker) {}

  @Override
  public void stopped(int worker) {}

  @Override
  public void stole(int thief, int tasks, int victim) {}
}
