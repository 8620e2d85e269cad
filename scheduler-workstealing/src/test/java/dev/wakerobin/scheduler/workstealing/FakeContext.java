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
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Lends a scheduler the plainest things there are. With threads that do nothing, a test can play
/// the workers itself.
record FakeContext(
    int parallelism, ThreadFactory threads, Queue<Throwable> reports, UnaryOperator<Parker> parkers)
    implements SchedulerContext, WorkerEvents {

  /// With threads that work.
  static FakeContext working(int parallelism) {
    return new FakeContext(
        parallelism,
        Thread.ofPlatform().daemon().factory(),
        new ConcurrentLinkedQueue<>(),
        UnaryOperator.identity());
  }

  /// With threads that end at once.
  static FakeContext idle(int parallelism) {
    return new FakeContext(
        parallelism,
        _ -> Thread.ofVirtual().unstarted(() -> {}),
        new ConcurrentLinkedQueue<>(),
        UnaryOperator.identity());
  }

  /// The same with other parkers, made from those there would be.
  FakeContext parkingIn(UnaryOperator<Parker> parkers) {
    return new FakeContext(parallelism, threads, reports, parkers);
  }

  @Override
  public Parker newParker() {
    return parkers.apply(plainParker());
  }

  private static Parker plainParker() {
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
