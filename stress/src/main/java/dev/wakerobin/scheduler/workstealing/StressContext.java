package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.WorkerEvents;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/// Lends a scheduler the plainest things that the model checker can follow.
record StressContext(int parallelism) implements SchedulerContext, WorkerEvents {

  @Override
  public ThreadFactory threads() {
    // Not Thread::new: the checker follows a thread only if what it runs is a class of ours.
    return work -> new Thread(() -> work.run());
  }

  @Override
  public Parker newParker() {
    return new MonitorParker();
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
    throw new AssertionError(problem);
  }

  @Override
  public void started(int worker) {}

  @Override
  public void stopped(int worker) {}

  @Override
  public void stole(int thief, int tasks, int victim) {}

  /// A permit under a monitor. Time passes at once: who parks for some time only lets others go
  /// first.
  private static final class MonitorParker implements Parker {
    private boolean permit; // Guarded by this.

    @Override
    public synchronized void park() {
      while (!permit) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new AssertionError("nobody interrupts here", e);
        }
      }
      permit = false;
    }

    @Override
    public void parkNanos(long nanos) {
      Thread.onSpinWait();
      synchronized (this) {
        permit = false;
      }
    }

    @Override
    public synchronized void unpark() {
      permit = true;
      notifyAll();
    }

    @Override
    public void serveEvents() {}
  }
}
