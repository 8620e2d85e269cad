package dev.wakerobin.testkit;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between a runtime and its scheduler and writes down where the *runtime* breaks a promise
/// that schedulers rely on: R1, R2 and R3.
final class WitnessScheduler implements Scheduler {
  private final Scheduler scheduler;
  private final Queue<String> broken;
  private final Map<Long, Boolean> waiting = new ConcurrentHashMap<>(); // Handed over, not run.
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private volatile boolean closed;

  private WitnessScheduler(Scheduler scheduler, Queue<String> broken) {
    this.scheduler = scheduler;
    this.broken = broken;
  }

  /// A provider of witnessed schedulers, and what they have seen.
  static final class Provider implements SchedulerProvider {
    private final SchedulerProvider provider;
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    Provider(SchedulerProvider provider) {
      this.provider = provider;
    }

    /// Sentences that each begin with a rule.
    Queue<String> broken() {
      return broken;
    }

    @Override
    public String name() {
      return provider.name();
    }

    @Override
    public Scheduler create(SchedulerContext context) {
      return new WitnessScheduler(provider.create(context), broken);
    }

    @Override
    public SchedulerTraits traits() {
      return provider.traits();
    }
  }

  @Override
  public void schedule(ReadyTask task) {
    if (waiting.put(task.id().number(), true) != null) {
      broken.add("R1: " + task.id() + " was handed over twice and not run in between");
    }
    scheduler.schedule(new Witnessed(task));
  }

  @Override
  public void runUntil(Latch latch) throws InterruptedException {
    scheduler.runUntil(new WitnessedLatch(latch));
  }

  @Override
  public void close() {
    closed = true;
    scheduler.close();
  }

  private final class Witnessed implements ReadyTask {
    private final ReadyTask task;

    Witnessed(ReadyTask task) {
      this.task = task;
    }

    @Override
    public TaskId id() {
      return task.id();
    }

    @Override
    public void run() {
      waiting.remove(id().number());
      begun.incrementAndGet();
      try {
        task.run();
      } catch (Throwable thrown) {
        broken.add("R2: run of " + id() + " threw " + thrown);
      } finally {
        ended.incrementAndGet();
      }
    }
  }

  private final class WitnessedLatch implements Latch {
    private final Latch latch;
    private volatile long endedWhenClosed; // Runs that were over when it was last seen closed.

    WitnessedLatch(Latch latch) {
      this.latch = latch;
      endedWhenClosed = latch.isOpen() ? -1 : 0;
    }

    @Override
    public boolean isOpen() {
      long over = ended.get();
      if (!latch.isOpen()) {
        endedWhenClosed = over;
        return false;
      }
      if (!closed && begun.get() <= endedWhenClosed) {
        broken.add("R3: a latch opened although no task was run meanwhile");
      }
      return true;
    }

    @Override
    public void await() throws InterruptedException {
      latch.await();
    }
  }
}
