package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.WorkerEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// As many workers as the parallelism says, each with a queue of its own.
/*
 * Implementation notes
 *
 * The parts. A Worker is a thread with a slot for a task woken just now and a TaskRing for the
 * others. The Injector is a queue for all, in lanes, for tasks from foreign threads and for what
 * overflows a ring. Idle knows who sleeps and who searches. SlotWatch looks after slots whose
 * worker stays in one poll.
 *
 * Why it is hard. A task must never wait while a worker sleeps, and yet waking a worker costs a
 * system call, many times as much as polling a small task. So nobody is woken while
 * another one is searching already; and the last to stop searching wakes the next, if it found
 * something. What makes this safe is the order of two steps on each side:
 *
 *   submitter                          worker who goes to sleep
 *   1. push the task                   1. announce: I sleep               (Idle.announceSleep)
 *   2. fence                           2. somebody searching? then leave it to him
 *   3. a sleeper, and nobody              else look at all queues once more; found
 *      searching? unpark one              one? then stay awake            (Worker.sleep)
 *
 * If the submitter sees no sleeper, the announcement comes after its fence, and the second look
 * sees the task. If it sees a searcher, that one is still to look at all queues; or it has found
 * something, then it notifies another; or it announces its own sleep and looks once more. Test:
 * SchedulerContract, S6.
 *
 * One exception: a brisk worker (Pace) calls nobody for a task that yields beside the one in its
 * slot, and nobody is called for what is in a slot. SlotWatch sees if they wait for long.
 *
 * Ways not taken. One queue for all: each push and each take would fight over it. Waking on every
 * push: a system call for each. Spinning before sleep: idle would cost CPU. A queue that grows
 * (Chase and Lev 2005): the fixed ring needs no reclaiming, and the overflow keeps one worker from
 * hoarding.
 *
 * Fairness. The slot goes first 3 times in a row at most, and every 8th poll is the injector's,
 * where the 4 lanes take turns. So what waits in a ring moves up at least once in 5 polls, and what
 * waits in the injector once in 32.
 * What overflows goes to the end of the injector, and from there it is run, not queued again,
 * unless a ring was empty.
 *
 * Sources: Blumofe and Leiserson, “Scheduling multithreaded computations by work stealing”, 1999;
 * Go's runtime/proc.go; Tokio's “Making the Tokio scheduler 10x faster”, 2019.
 */
final class WorkStealingScheduler implements Scheduler {
  private final SchedulerContext context;
  private final WorkerEvents events;
  private final LongSupplier nanoTime;
  private final Injector injector = new Injector();
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Idle idle;
  private final SlotWatch slots;
  private volatile boolean closed;

  WorkStealingScheduler(SchedulerContext context) {
    this(context, System::nanoTime);
  }

  /// @param nanoTime what time it is, to find out how fast a worker gets on
  WorkStealingScheduler(SchedulerContext context, LongSupplier nanoTime) {
    this.context = context;
    this.nanoTime = nanoTime;
    this.events = context.events();
    this.idle = new Idle(context.parallelism());
    this.slots = new SlotWatch(idle, workers, context.parallelism());
    for (int number = 0; number < context.parallelism(); number++) {
      workers.add(new Worker(this, number, context.newParker(), context.random()));
    }
    for (Worker worker : workers) {
      Thread thread = context.threads().newThread(worker);
      threads.add(thread);
      thread.start();
    }
  }

  /// The bound of rule S4: see the notes on fairness. What is woken may wait in a ring, be evicted
  /// from it, and wait in the injector.
  static long mostPollsBetween(int liveTasks, int workers) {
    return workers * (37L * liveTasks + Worker.EVENT_INTERVAL);
  }

  @Override
  public void schedule(ReadyTask task) {
    Worker worker = Worker.current(this);
    if (worker != null) {
      worker.push(task);
    } else if (!closed) {
      injector.push(task);
      notifyOne();
    }
  }

  /// Sees to it that somebody looks for a task that was pushed just now.
  void notifyOne() {
    Worker worker = idle.workerToNotify();
    if (worker != null) {
      worker.unpark();
    }
  }

  @Override
  public void close() {
    closed = true;
    workers.forEach(Worker::unpark);
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException _) {
          interrupted = true; // Kept for later: rule S7 wants the waiting.
        }
      }
    }
    injector.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- What the workers need

  /// Whether there is a task that any worker might take. Slots do not count: they are their
  /// workers'.
  boolean anyTaskInQueues() {
    if (!injector.isEmpty()) {
      return true;
    }
    for (Worker each : workers) {
      if (each.hasTaskInRing()) {
        return true;
      }
    }
    return false;
  }

  Worker worker(int number) {
    return workers.get(number);
  }

  int parallelism() {
    return workers.size();
  }

  Injector injector() {
    return injector;
  }

  Idle idle() {
    return idle;
  }

  SlotWatch slots() {
    return slots;
  }

  WorkerEvents events() {
    return events;
  }

  long nanoTime() {
    return nanoTime.getAsLong();
  }

  void report(Throwable problem) {
    context.report(problem);
  }

  boolean isClosed() {
    return closed;
  }
}
