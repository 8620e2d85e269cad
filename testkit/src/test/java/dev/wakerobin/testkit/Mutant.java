package dev.wakerobin.testkit;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Schedulers with one plausible bug each, and the rule that has to find it.
@SuppressWarnings("ImmutableEnumChecker") // What it holds are constructors.
enum Mutant {
  /// It seemed quicker to run the task at once.
  RUNS_INLINE_IN_SCHEDULE("s1", RunsInline::new),

  /// Like a queue that loses the last of an odd batch.
  LOSES_EVERY_HUNDREDTH("s6", Loses::new),

  /// Like a thief and an owner who both take the last task.
  DOUBLES_EVERY_HUNDREDTH("s7", Doubles::new),

  /// Looks at the queue, finds it empty, and sleeps; what comes in between is not seen.
  PARKS_WITHOUT_LOOKING_AGAIN("s6", Parks::new),

  /// Uses one thread of those it has.
  LEAVES_ALL_TO_ONE_WORKER("s6", OneWorker::new),

  /// `close` does not wait.
  LEAVES_THREADS_AFTER_CLOSE("s7", LeavesThreads::new),

  /// The loop is not guarded.
  DIES_OF_AN_EXCEPTION("s8", Dies::new),

  /// Asks the queue again and again.
  SPINS_WHEN_IDLE("s10", Spins::new),

  /// The task that came last goes first.
  IS_A_STACK("s4", Stack::new);

  final String rule;
  final Function<SchedulerContext, Scheduler> kind;

  Mutant(String rule, Function<SchedulerContext, Scheduler> kind) {
    this.rule = rule;
    this.kind = kind;
  }

  private static final class RunsInline extends QueueScheduler {
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

  private static final class Loses extends QueueScheduler {
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

  private static final class Doubles extends QueueScheduler {
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

  private static final class Parks extends QueueScheduler {
    private volatile int sleepers;

    Parks(SchedulerContext context) {
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

  private static final class OneWorker extends QueueScheduler {
    OneWorker(SchedulerContext context) {
      super(context);
    }

    @Override
    int workers() {
      return 1;
    }
  }

  private static final class LeavesThreads extends QueueScheduler {
    LeavesThreads(SchedulerContext context) {
      super(context);
    }

    @Override
    public void close() {
      queue.clear(); // And the threads wait for ever.
    }
  }

  private static final class Dies extends QueueScheduler {
    Dies(SchedulerContext context) {
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

  private static final class Spins extends QueueScheduler {
    Spins(SchedulerContext context) {
      super(context);
    }

    @Override
    @Nullable ReadyTask take() {
      return queue.pollFirst();
    }
  }

  private static final class Stack extends QueueScheduler {
    Stack(SchedulerContext context) {
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
}
