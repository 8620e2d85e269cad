package dev.wakerobin.scheduler.basic;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.WorkerEvents;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/// Lends the plainest things there are, and notes what is done with them.
final class PlainContext implements SchedulerContext, WorkerEvents, Parker {
  final List<String> events = new CopyOnWriteArrayList<>();
  final Queue<Throwable> reports = new ConcurrentLinkedQueue<>();

  private final Semaphore permit = new Semaphore(0);
  private volatile int served;

  /// How often events were served.
  int served() {
    return served;
  }

  /// How many permits were left by unpark and not taken.
  int permits() {
    return permit.availablePermits();
  }

  @Override
  public int parallelism() {
    return 1;
  }

  @Override
  public ThreadFactory threads() {
    throw new AssertionError("this scheduler starts no threads");
  }

  @Override
  public Parker newParker() {
    return this;
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
  public void started(int worker) {
    events.add("started " + worker);
  }

  @Override
  public void stopped(int worker) {
    events.add("stopped " + worker);
  }

  @Override
  public void stole(int thief, int tasks, int victim) {
    throw new AssertionError("there is nobody to steal from");
  }

  @Override
  public void park() {
    permit.acquireUninterruptibly();
    permit.drainPermits();
  }

  @Override
  public void parkNanos(long nanos) {
    throw new AssertionError("this scheduler has no time-outs");
  }

  @Override
  public void unpark() {
    permit.release();
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread drives, and it alone serves.
  public void serveEvents() {
    served++;
  }
}
