package dev.wakerobin.testkit;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.WorkerEvents;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A scheduler without a runtime: it is lent the plainest things that keep the contract, a thread
/// to run until a latch opens, and tasks that are no more than a piece of code.
///
/// What goes wrong here is the scheduler's fault and nobody else's.
final class BareRig implements AutoCloseable, SchedulerContext, WorkerEvents {
  private final int parallelism;
  private final Scheduler scheduler;
  private final BareLatch latch = new BareLatch();
  private final Thread lent;
  private final List<Thread> made = new CopyOnWriteArrayList<>();
  private final Queue<Throwable> reports = new ConcurrentLinkedQueue<>();
  private final AtomicInteger seeds = new AtomicInteger();
  private final AtomicLong ids = new AtomicLong();

  BareRig(SchedulerProvider provider, int parallelism) {
    Evidence.addCases(1);
    this.parallelism = parallelism;
    this.scheduler = provider.create(this);
    this.lent = Thread.ofPlatform().daemon().name("lent").start(this::lend);
  }

  private void lend() {
    latch.owner = Thread.currentThread();
    try {
      scheduler.runUntil(latch);
    } catch (InterruptedException | RuntimeException | Error thrown) {
      report(thrown);
    }
  }

  // ---- What tests do

  /// Hands over a task that runs this.
  BareTask schedule(Runnable code) {
    BareTask task = task(code);
    scheduler.schedule(task);
    return task;
  }

  /// A task that has not been handed over.
  BareTask task(Runnable code) {
    return new BareTask(new TaskId(ids.incrementAndGet(), ""), code);
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Thread lentThread() {
    return lent;
  }

  /// The threads that the scheduler has had made.
  List<Thread> madeThreads() {
    return made;
  }

  Queue<Throwable> reports() {
    return reports;
  }

  /// Lets the lent thread go.
  void openLatch() {
    latch.open();
  }

  void awaitLentThreadBack() {
    Patience.await("runUntil to return after its latch opened", () -> !lent.isAlive());
  }

  @Override
  public void close() {
    scheduler.close();
    latch.open();
    awaitLentThreadBack();
  }

  // ---- What the scheduler is lent

  @Override
  public int parallelism() {
    return parallelism;
  }

  @Override
  public ThreadFactory threads() {
    return work -> {
      Thread thread = Thread.ofPlatform().daemon().name("worker-" + made.size()).unstarted(work);
      made.add(thread);
      return thread;
    };
  }

  @Override
  public Parker newParker() {
    return new BareParker();
  }

  @Override
  public RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seeds.getAndIncrement());
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

  /// Counts how often it was run, and whether two threads ever ran it at once.
  static final class BareTask implements ReadyTask {
    private final TaskId id;
    private final Runnable code;
    private final AtomicInteger runs = new AtomicInteger();

    BareTask(TaskId id, Runnable code) {
      this.id = id;
      this.code = code;
    }

    @Override
    public TaskId id() {
      return id;
    }

    @Override
    public void run() {
      runs.incrementAndGet();
      code.run();
    }

    int runs() {
      return runs.get();
    }
  }

  private static final class BareLatch implements Latch {
    private final AtomicBoolean open = new AtomicBoolean();
    private volatile Thread owner = Thread.currentThread();

    void open() {
      open.set(true);
      LockSupport.unpark(owner);
    }

    @Override
    public boolean isOpen() {
      return open.get();
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
  }

  private static final class BareParker implements Parker {
    private final AtomicBoolean permit = new AtomicBoolean();
    private volatile Thread sleeper = Thread.currentThread();

    @Override
    public void park() {
      sleeper = Thread.currentThread();
      while (!permit.getAndSet(false) && !Thread.currentThread().isInterrupted()) {
        LockSupport.park(this);
      }
    }

    @Override
    public void parkNanos(long nanos) {
      sleeper = Thread.currentThread();
      if (!permit.getAndSet(false)) {
        LockSupport.parkNanos(this, nanos);
        permit.set(false);
      }
    }

    @Override
    public void unpark() {
      permit.set(true);
      LockSupport.unpark(sleeper);
    }

    @Override
    public void serveEvents() {}
  }
}
