package dev.wakerobin.scheduler.lab;

import dev.wakerobin.spi.Latch;
import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.WorkerEvents;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// An event loop on the caller's thread that asks at each step who is next.
/*
 * Implementation notes
 *
 * A step is: let idle workers steal, choose one of all tasks that are ready, act as the worker in
 * whose queue it is, and poll it. Nothing else decides anything, so a run is a list of choices, and
 * whoever makes the list makes the run. Test: DeterminismProperties.
 *
 * Why one list for all workers? The workers are scenery: one thread polls one task at a time
 * whatever we do. Were a worker chosen first and then one of its tasks, some orders could not be
 * had, and a list of choices would mean two things. So who is next is chosen from all, and queues
 * say only in which row a poll is drawn and who steals.
 *
 * What would make two runs differ? Time: the runtime's virtual clock stands still during a step.
 * Randomness: drawn from the runtime's seed alone. Hash order: no map is walked through. Foreign
 * threads: they come when they come, and are let in between two steps; with them the promise ends.
 *
 * Why not lose a wake-up: as in the scheduler `basic`, a foreign thread adds its task and then
 * gives the parker a permit; who looked before the add finds the permit, and does not sleep.
 *
 * Other ways: loom (Rust) and Coyote (.NET) take over threads and locks as well, and see races
 * within a step; that asks for changed byte code or replaced classes. turmoil and madsim do as we
 * do, for Tokio. Here the unit is the poll, as it is for the learner.
 */
final class LabScheduler implements Scheduler {
  /// After how many tasks to look at timers, as other schedulers do: virtual time stands still
  /// meanwhile, but other clocks do not.
  private static final int EVENT_INTERVAL = 61;

  private static final long NOBODY = 0;

  private final SchedulerContext context;
  private final WorkerEvents events;
  private final Parker parker;
  private final int workers;
  private final Chooser chooser;
  private final IntConsumer recorder;
  private final @Nullable Replay replay;
  private final boolean goesOn; // After a disagreement.

  private final Baton baton = new Baton();
  private final ForeignQueue foreign = new ForeignQueue();
  private volatile boolean closed;

  private final Ready ready; // This and the rest belong to the one with the baton.
  private int worker; // Who he acts as.
  private long running = NOBODY; // The number of the task that he polls.
  private long step; // How many tasks have been run.

  LabScheduler(
      SchedulerContext context,
      int workers,
      Chooser chooser,
      IntConsumer recorder,
      @Nullable Replay replay,
      boolean goesOn) {
    this.context = context;
    this.events = context.events();
    this.parker = context.newParker();
    this.workers = workers;
    this.chooser = chooser;
    this.recorder = recorder;
    this.replay = replay;
    this.goesOn = goesOn;
    this.ready = new Ready(workers);
  }

  @Override
  public void schedule(ReadyTask task) {
    if (baton.isMine()) {
      handedOver(task, running);
      ready.add(task, step, worker);
    } else if (!closed && foreign.add(task)) {
      parker.unpark();
    }
  }

  @Override
  public void runUntil(Latch latch) throws InterruptedException {
    baton.queueUp();
    try {
      while (!latch.isOpen() && !closed) {
        if (baton.tryTake()) {
          drive(latch);
        } else if (Thread.interrupted()) {
          throw new InterruptedException();
        } else {
          LockSupport.park(this); // The latch, or whoever lays the baton down, unparks us.
        }
      }
    } finally {
      baton.leave();
    }
  }

  /// Runs the loop, with the baton in hand, and lays it down.
  private void drive(Latch latch) throws InterruptedException {
    for (int each = 0; each < workers; each++) {
      events.started(each);
    }
    actAs(0);
    try {
      loop(latch);
    } finally {
      for (int each = 0; each < workers; each++) {
        events.stopped(each);
      }
      baton.layDown();
    }
  }

  private void loop(Latch latch) throws InterruptedException {
    int untilEvents = EVENT_INTERVAL;
    while (!latch.isOpen() && !closed) {
      foreign.moveTo(this::takeIn);
      boolean idle = ready.isEmpty();
      if (!idle) {
        OptionalInt next = choose();
        if (next.isPresent()) {
          run(next.getAsInt());
        } else if (!parker.jump() && !foreign.awaitAny()) {
          disagree();
        }
      } else if (foreign.isEmpty()) {
        actAs(0);
        parker.park();
      }
      if (idle || --untilEvents == 0) {
        untilEvents = EVENT_INTERVAL;
        parker.serveEvents();
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  private void takeIn(ReadyTask task) {
    handedOver(task, NOBODY);
    ready.add(task, step);
  }

  private void handedOver(ReadyTask task, long spawner) {
    if (replay != null) {
      replay.handedOver(task.id().number(), spawner);
    }
  }

  /// Who is next; nobody if a recording means one who is not ready, or not yet.
  private OptionalInt choose() {
    if (replay != null) {
      return replay.find(ready.candidates());
    }
    return OptionalInt.of(
        ready.candidates().size() == 1 ? 0 : chooser.choose(ready.candidates(), step));
  }

  private void run(int index) {
    ready.steal(events);
    if (ready.candidates().size() > 1) {
      recorder.accept(index);
    }
    if (replay != null) {
      replay.advance();
    }
    Candidate next = ready.remove(index);
    step++;
    actAs(next.worker());
    running = next.number();
    try {
      next.task().run();
    } catch (Throwable thrown) {
      context.report(thrown);
    } finally {
      running = NOBODY;
    }
  }

  private void disagree() {
    if (replay != null) {
      replay.giveUp();
      DisagreementException problem =
          new DisagreementException(replay.disagreement(ready.candidates()));
      if (!goesOn) {
        throw problem;
      }
      context.report(problem);
    }
  }

  private void actAs(int next) {
    worker = next;
    events.actingAs(next);
  }

  @Override
  public void close() {
    closed = true;
    parker.unpark();
    baton.wakeAll();
    baton.take(); // Waits for whoever drives.
    try {
      ready.clear();
      foreign.moveTo(_ -> {});
    } finally {
      baton.layDown();
    }
  }
}
