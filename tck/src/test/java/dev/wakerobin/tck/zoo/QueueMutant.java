package dev.wakerobin.tck.zoo;

import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Schedulers with one queue and one plausible bug each.
final class QueueMutant {
  private QueueMutant() {}

  static final class RunsInline extends QueueScheduler {
    RunsInline(SchedulerContext context) {
      super(context);
    }

    @Override
    public void schedule(ReadyTask task) {
      if (threads.contains(Thread.currentThread())) {
        task.run();
      } else {
        super.schedule(task);
      }
    }
  }

  static final class BlocksWhenFull extends QueueScheduler {
    BlocksWhenFull(SchedulerContext context) {
      super(context);
    }

    @Override
    public void schedule(ReadyTask task) {
      while (queue.size() > 10_000 && !closed) {
        LockSupport.parkNanos(this, 10_000);
      }
      super.schedule(task);
    }
  }

  static final class ThrowsWhenFull extends QueueScheduler {
    ThrowsWhenFull(SchedulerContext context) {
      super(context);
    }

    @Override
    public void schedule(ReadyTask task) {
      if (queue.size() > 10_000) {
        throw new RejectedExecutionException("full");
      }
      super.schedule(task);
    }
  }

  static final class OverflowDropsHalf extends QueueScheduler {
    OverflowDropsHalf(SchedulerContext context) {
      super(context);
    }

    @Override
    public void schedule(ReadyTask task) {
      super.schedule(task);
      if (queue.size() > 256) {
        for (int i = 0; i < 128; i++) {
          queue.pollFirst();
        }
      }
    }
  }

  static final class Loses extends QueueScheduler {
    private final AtomicInteger count = new AtomicInteger();

    Loses(SchedulerContext context) {
      super(context);
    }

    @Override
    public void schedule(ReadyTask task) {
      if (count.incrementAndGet() % 100 != 0) {
        super.schedule(task);
      }
    }
  }

  static final class Doubles extends QueueScheduler {
    private final AtomicInteger count = new AtomicInteger();

    Doubles(SchedulerContext context) {
      super(context);
    }

    @Override
    public void schedule(ReadyTask task) {
      super.schedule(task);
      if (count.incrementAndGet() % 100 == 0) {
        super.schedule(task);
      }
    }
  }

  static final class IsStack extends QueueScheduler {
    IsStack(SchedulerContext context) {
      super(context);
    }

    @Override
    @Nullable ReadyTask take() {
      try {
        return queue.takeLast();
      } catch (InterruptedException e) {
        return null;
      }
    }
  }

  static final class ParksBlindly extends QueueScheduler {
    private volatile int sleepers;

    ParksBlindly(SchedulerContext context) {
      super(context);
    }

    @Override
    public void schedule(ReadyTask task) {
      super.schedule(task);
      if (sleepers > 0) {
        threads.forEach(LockSupport::unpark);
      }
    }

    @Override
    @Nullable ReadyTask take() {
      ReadyTask task = queue.pollFirst();
      if (task == null && !closed) {
        for (int i = 0; i < 1000; i++) {
          Thread.onSpinWait(); // The moment in which a task is missed, a little longer.
        }
        sleepers = 1;
        LockSupport.park(this);
        sleepers = 0;
      }
      return task;
    }
  }

  static final class UnparksNobody extends QueueScheduler {
    UnparksNobody(SchedulerContext context) {
      super(context);
    }

    @Override
    @Nullable ReadyTask take() {
      ReadyTask task = queue.pollFirst();
      if (task == null && !closed) {
        LockSupport.park(this);
      }
      return task;
    }
  }

  static final class OneWorker extends QueueScheduler {
    OneWorker(SchedulerContext context) {
      super(context);
    }

    @Override
    int workers() {
      return 1;
    }
  }

  static final class RunsUnderLock extends QueueScheduler {
    RunsUnderLock(SchedulerContext context) {
      super(context);
    }

    @Override
    synchronized void run(ReadyTask task) {
      super.run(task);
    }
  }

  static final class LeavesThreads extends QueueScheduler {
    LeavesThreads(SchedulerContext context) {
      super(context);
    }

    @Override
    public void close() {
      queue.clear(); // And the threads wait for ever.
    }
  }

  static final class RunsAfterClose extends QueueScheduler {
    RunsAfterClose(SchedulerContext context) {
      super(context);
    }

    @Override
    public void schedule(ReadyTask task) {
      if (closed) {
        task.run();
      }
      super.schedule(task);
    }
  }

  static final class ClosesOnlyOnce extends QueueScheduler {
    ClosesOnlyOnce(SchedulerContext context) {
      super(context);
    }

    @Override
    public void close() {
      if (closed) {
        throw new IllegalStateException("closed already");
      }
      super.close();
    }
  }

  static final class DiesOfException extends QueueScheduler {
    DiesOfException(SchedulerContext context) {
      super(context);
    }

    @Override
    void run(ReadyTask task) {
      try {
        task.run();
      } catch (Throwable thrown) {
        context.report(thrown);
        throw thrown;
      }
    }
  }

  static final class DiesOfInterrupt extends QueueScheduler {
    DiesOfInterrupt(SchedulerContext context) {
      super(context);
    }

    @Override
    void work() {
      while (!closed && !Thread.currentThread().isInterrupted()) {
        ReadyTask task = take();
        if (task != null && !closed) {
          run(task);
        }
      }
    }
  }

  static final class SwallowsExceptions extends QueueScheduler {
    SwallowsExceptions(SchedulerContext context) {
      super(context);
    }

    @Override
    void run(ReadyTask task) {
      try {
        task.run();
      } catch (Throwable _) {
        // Nobody hears of it.
      }
    }
  }

  static final class Spins extends QueueScheduler {
    Spins(SchedulerContext context) {
      super(context);
    }

    @Override
    @Nullable ReadyTask take() {
      return queue.pollFirst();
    }
  }

  /// Takes a parker, so the runtime relies on it for timers.
  static final class TimersWhenIdle implements Scheduler {
    private final QueueScheduler queue;
    private final Parker parker;

    TimersWhenIdle(SchedulerContext context) {
      this.parker = context.newParker();
      this.queue =
          new QueueScheduler(context) {
            @Override
            int workers() {
              return 1;
            }

            @Override
            @Nullable ReadyTask take() {
              ReadyTask task = queue.pollFirst();
              if (task == null && !closed) {
                TimersWhenIdle.this.parker.park();
              }
              return task;
            }
          };
      queue.start();
    }

    @Override
    public void schedule(ReadyTask task) {
      queue.schedule(task);
      parker.unpark();
    }

    @Override
    public void close() {
      queue.closed = true;
      parker.unpark();
      queue.close();
    }
  }

  /// Runs tasks on the caller's thread, and looks at the latch when nothing is left to run.
  static final class LatchWhenIdle implements Scheduler {
    private final Parker parker;
    private final Queue<ReadyTask> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    LatchWhenIdle(SchedulerContext context) {
      this.parker = context.newParker();
    }

    @Override
    public void schedule(ReadyTask task) {
      tasks.add(task);
      parker.unpark();
    }

    @Override
    public void runUntil(Latch latch) {
      while (!closed) {
        ReadyTask task = tasks.poll();
        if (task != null) {
          task.run();
        } else if (latch.isOpen()) {
          return;
        } else {
          parker.park();
        }
      }
    }

    @Override
    public void close() {
      closed = true;
      parker.unpark();
    }
  }
}
