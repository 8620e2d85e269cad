package dev.wakerobin.scheduler.priority;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// ## Who takes from it
///
/// So many threads around one line, and a lock. Whoever finds the line empty writes itself down
/// among those who sleep, and parks; whoever adds a task strikes one of them off, and unparks it.
/*
 * Implementation notes
 *
 * Rule S6 asks a worker to announce its sleep first, and to look once more. Here both happen under
 * the lock, as does the adding of a task:
 *
 *   submitter, under the lock            worker, under the lock
 *   1. add the task                      1. is there a task? then take it
 *   2. strike a sleeper off the list     2. else write yourself down as a sleeper
 *   then unpark it                       then park
 *
 * So either the worker sees the task, or the submitter sees the sleeper; and if the unpark comes
 * before the park, the parker keeps it as a permit. Tests: SchedulerContract, S6.
 *
 * One lock for all is the price: every hand-over and every poll pass through it, however many
 * workers there are. Work-stealing is what one does to get rid of it, and then no order holds among
 * all the tasks any more. Whoever wants a priority to be kept by all workers pays for a common
 * line.
 */
final class PriorityScheduler implements Scheduler {
  /// After how many polls a busy worker looks at the timers.
  private static final int EVENT_INTERVAL = 61;

  private final SchedulerContext context;
  private final Line line; // Guarded by this, and so is the next one.
  private final Queue<Parker> asleep = new ArrayDeque<>();
  private volatile boolean closed; // Written under the lock too.

  private final List<Parker> parkers = new ArrayList<>();
  private final List<Thread> workers = new ArrayList<>();

  PriorityScheduler(SchedulerContext context, Line line) {
    this.context = context;
    this.line = line;
    for (int each = 0; each < context.parallelism(); each++) {
      int worker = each;
      Parker parker = context.newParker();
      parkers.add(parker);
      workers.add(context.threads().newThread(() -> work(worker, parker)));
    }
  }

  /// The same, running.
  PriorityScheduler start() {
    workers.forEach(Thread::start);
    return this;
  }

  @Override
  public void schedule(ReadyTask task) {
    Parker sleeper;
    synchronized (this) {
      if (closed) {
        return;
      }
      line.add(task);
      sleeper = asleep.poll();
    }
    if (sleeper != null) {
      sleeper.unpark();
    }
  }

  private void work(int worker, Parker parker) {
    context.events().started(worker);
    for (int polls = 1; !closed; polls++) {
      ReadyTask task = next(parker);
      if (task == null) {
        parker.park();
      } else {
        run(task);
      }
      if (polls % EVENT_INTERVAL == 0) {
        parker.serveEvents();
      }
    }
    context.events().stopped(worker);
  }

  /// The task whose turn it is. If there is none, the worker now counts as asleep.
  private synchronized @Nullable ReadyTask next(Parker parker) {
    asleep.remove(parker); // A timer may have woken it, rather than a submitter.
    if (!line.isEmpty() && !closed) {
      return line.take();
    }
    asleep.add(parker);
    return null;
  }

  private void run(ReadyTask task) {
    try {
      task.run();
    } catch (Throwable thrown) {
      context.report(thrown);
    }
    boolean _ = Thread.interrupted(); // Left behind by the task, it would not let the worker sleep.
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    parkers.forEach(Parker::unpark);
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException _) {
          interrupted = true; // It is told when all have ended.
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
