package dev.wakerobin.runtime;

import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A scheduler that does as the test says: tasks wait in a queue until the test runs one, or lends
/// a thread with `blockOn`. It is its own provider, for one runtime.
final class ScriptedScheduler implements Scheduler, SchedulerProvider {
  private final boolean wantsParker;
  private final Queue<ReadyTask> ready = new ConcurrentLinkedQueue<>();
  private final ReentrantReadWriteLock lent =
      new ReentrantReadWriteLock(); // Read by whoever is lent to it.

  private @Nullable SchedulerContext context;
  private @Nullable Parker parker;
  private volatile boolean closed;
  private volatile boolean wantsThreads = true;
  private Runnable onClose = () -> {};

  /// What `schedule` does first: nothing, unless the test has it misbehave.
  final AtomicReference<Consumer<ReadyTask>> onSchedule = new AtomicReference<>(_ -> {});

  ScriptedScheduler() {
    this(true);
  }

  private ScriptedScheduler(boolean wantsParker) {
    this.wantsParker = wantsParker;
  }

  /// One that takes no parker, so that the runtime has to watch the timers itself.
  static ScriptedScheduler withoutParker() {
    return new ScriptedScheduler(false);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Scheduler create(SchedulerContext itsContext) {
    context = itsContext;
    parker = wantsParker ? itsContext.newParker() : null;
    return this;
  }

  // ---- What the test does

  /// Runs the task that has waited longest. False if there is none.
  boolean runNext() {
    ReadyTask task = ready.poll();
    if (task != null) {
      task.run();
    }
    return task != null;
  }

  /// Runs until nothing waits, and answers how many polls that took.
  int runAll() {
    int runs = 0;
    while (runNext()) {
      runs++;
    }
    return runs;
  }

  /// Takes the task that has waited longest out of the queue, for the test to run.
  ReadyTask take() {
    return ready.remove();
  }

  int queued() {
    return ready.size();
  }

  /// Lets threads that are lent to it just wait: the test runs the tasks.
  void takeNoThreads() {
    wantsThreads = false;
  }

  /// What `close` does last.
  void onClose(Runnable misbehaviour) {
    onClose = misbehaviour;
  }

  SchedulerContext context() {
    if (context == null) {
      throw new AssertionError("no runtime was built with it");
    }
    return context;
  }

  // ---- Scheduler

  @Override
  public void schedule(ReadyTask task) {
    onSchedule.get().accept(task);
    if (!closed) {
      ready.add(task);
      if (parker != null) {
        parker.unpark();
      }
    }
  }

  @Override
  public void runUntil(Latch latch) throws InterruptedException {
    if (!wantsThreads) {
      latch.await();
      return;
    }
    if (lent.getReadLockCount() > 0) {
      throw new AssertionError("it has one parker, and a thread parks on it already");
    }
    lent.readLock().lock();
    try {
      while (!latch.isOpen() && !closed) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!runNext() && parker != null) {
          parker.park();
        }
      }
    } finally {
      lent.readLock().unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    if (parker != null) {
      parker.unpark();
    }
    lent.writeLock().lock();
    try {
      ready.clear();
    } finally {
      lent.writeLock().unlock();
    }
    onClose.run();
  }
}
