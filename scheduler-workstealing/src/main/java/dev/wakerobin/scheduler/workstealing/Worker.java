package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import java.lang.invoke.VarHandle;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One thread with a queue of its own, that runs what is in it, then what it finds elsewhere, and
/// sleeps if that is nothing.
final class Worker extends WorkerState.Apart implements Runnable {
  /// After how many polls to look at timers. The number of Go and Tokio: a prime, to fall in with
  /// no pattern.
  static final int EVENT_INTERVAL = 61;

  /// How often at most the slot goes before the ring. Tokio's number.
  static final int SLOT_CAP = 3;

  /// Every so many polls the injector goes before everything else.
  static final int INJECTOR_INTERVAL = 8;

  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

  private final WorkStealingScheduler scheduler;
  private final int number;
  private final Parker parker;
  private final RandomGenerator random;
  private final TaskRing ring = TaskRing.create();
  private final Pace pace = new Pace();
  private final Reentry round = new Reentry(this::runSome);

  Worker(WorkStealingScheduler scheduler, int number, Parker parker, RandomGenerator random) {
    this.scheduler = scheduler;
    this.number = number;
    this.parker = parker;
    this.random = random;
  }

  /// The worker of that scheduler that the calling thread is, if it is one.
  static @Nullable Worker current(WorkStealingScheduler scheduler) {
    Worker worker = CURRENT.get();
    return worker != null && worker.scheduler == scheduler ? worker : null;
  }

  // ---- Taking tasks in, on its own thread

  /// Takes a task in. What another task wakes goes into the slot if that is empty, else into the
  /// ring. Go and Tokio put the task woken *last* into the slot and move the one before it to the
  /// ring: that is an atomic exchange for each task, and made a spawn half as dear again.
  void push(ReadyTask task) {
    if (running == null) {
      // A timer has fired while this worker is between two tasks.
      addToRing(task);
      notifyUnlessAsleep();
    } else if (task == running) {
      yieldBy(task);
    } else if (fillSlot(task)) {
      scheduler.slots().slotFilled();
    } else {
      addToRing(task);
      scheduler.notifyOne();
    }
  }

  /// A task lets the others go first. If there are none it is next, and nobody need come. Others in
  /// the ring have been announced, and if this worker takes the next of them, which it does in a
  /// moment, no more are left to be taken than before. And if there is only the one in the slot,
  /// the two take turns as long as this worker is brisk; whoever watches the slots sees if not.
  private void yieldBy(ReadyTask task) {
    boolean others = !ring.isEmpty();
    boolean pair = !others && hasTaskInSlot();
    boolean kept = pair && pace.isBrisk();
    unannounced = others || (pair && !kept);
    addToRing(task);
    if (kept) {
      VarHandle.fullFence(); // A worker that goes to sleep sees the task, or is seen to sleep.
      scheduler.slots().slotFilled();
    }
  }

  private void addToRing(ReadyTask task) {
    while (!ring.push(task)) {
      ReadyTask[] olderHalf = ring.takeOlderHalf();
      if (olderHalf != null) {
        scheduler.injector().pushAll(olderHalf);
      }
    }
  }

  /// A worker that is about to get up for a timer does not wake another one for it.
  private void notifyUnlessAsleep() {
    if (!isAsleep()) {
      scheduler.notifyOne();
    }
  }

  // ---- The loop

  @Override
  public void run() {
    CURRENT.set(this);
    scheduler.events().started(number);
    while (!scheduler.isClosed()) {
      parker.serveEvents();
      round.run();
      pace.look(scheduler.nanoTime(), polls());
    }
    scheduler.events().stopped(number);
    CURRENT.remove();
  }

  /// Runs tasks until it is time for events, or sleeps if there are none.
  private void runSome() {
    for (int left = EVENT_INTERVAL; left > 0 && !scheduler.isClosed(); left--) {
      ReadyTask task = next();
      if (task == null) {
        task = search();
      }
      if (task != null) {
        run(task);
      } else {
        sleep();
        return;
      }
    }
  }

  private void run(ReadyTask task) {
    if (searching) {
      searching = false;
      if (scheduler.idle().foundWork()) {
        scheduler.notifyOne();
      }
    }
    countPoll();
    running = task;
    try {
      task.run();
    } catch (Throwable thrown) {
      scheduler.report(thrown);
    } finally {
      running = null;
    }
    Thread.interrupted(); // A stray interrupt is not for the next task.
  }

  /// What this worker has itself, or the injector.
  private @Nullable ReadyTask next() {
    if (isEvery(INJECTOR_INTERVAL)) {
      ReadyTask oldest = scheduler.injector().poll(injectorTurn());
      if (oldest != null) {
        announce();
        return oldest;
      }
    }
    if (slotRuns < SLOT_CAP) {
      ReadyTask warm = takeSlot();
      if (warm != null) {
        slotRuns++;
        announce();
        return warm;
      }
    }
    slotRuns = 0;
    ReadyTask oldest = ring.poll();
    unannounced = false;
    if (oldest == null) {
      oldest = scheduler.injector().takeBatch(ring, scheduler.parallelism(), injectorTurn());
    }
    return oldest != null ? oldest : takeSlot();
  }

  /// Which lane of the injector to begin with now. Workers begin with different ones.
  private int injectorTurn() {
    return polls() / INJECTOR_INTERVAL + number;
  }

  /// This worker goes on with something else than its ring, so what was added there last is for
  /// whoever comes.
  private void announce() {
    if (unannounced) {
      unannounced = false;
      scheduler.notifyOne();
    }
  }

  // ---- Without work

  /// Looks at the injector and at all other workers, beginning with a random one.
  private @Nullable ReadyTask search() {
    if (!searching) {
      searching = scheduler.idle().trySearch();
      if (!searching) {
        return null;
      }
    }
    ReadyTask task = scheduler.injector().takeBatch(ring, scheduler.parallelism(), injectorTurn());
    int first = random.nextInt(scheduler.parallelism());
    for (int i = 0; task == null && i < scheduler.parallelism(); i++) {
      task = stealFrom(scheduler.worker((first + i) % scheduler.parallelism()));
    }
    return task;
  }

  private @Nullable ReadyTask stealFrom(Worker victim) {
    return victim == this
        ? null
        : victim.ring.stealInto(
            ring, count -> scheduler.events().stole(number, count, victim.number));
  }

  /// First says that it sleeps, then looks once more: a task pushed in between is seen here, or its
  /// pusher sees the sleeper and unparks it. Pairs with `Idle.workerToNotify`.
  private void sleep() {
    ring.forgetTaken();
    Idle idle = scheduler.idle();
    idle.announceSleep(this, searching);
    searching = false;
    if (!idle.anySearching() && scheduler.anyTaskInQueues()) {
      // It gets up searching, so that it notifies another one if it finds something: who pushed
      // while it searched has left all to it, and it can run only one at a time.
      searching = !idle.withdraw(this) || idle.trySearch();
      scheduler.slots().leave(this); // Perhaps it was told to watch, seen asleep for a moment.
      return;
    }
    scheduler.slots().volunteer(this);
    while (isAsleep() && !scheduler.isClosed() && hasNoTask()) {
      if (scheduler.slots().isWatcher(this)) {
        parker.parkNanos(SlotWatch.PERIOD_NANOS);
        scheduler.slots().look(this);
      } else {
        parker.park();
      }
      Thread.interrupted(); // A stray interrupt ends the parking, but not the worker.
    }
    searching = !idle.withdraw(this);
    scheduler.slots().leave(this);
    if (!searching && ring.size() > 1) { // More than one timer has fired.
      scheduler.notifyOne();
    }
  }

  /// Timers that fire while this worker is parked leave their tasks here.
  private boolean hasNoTask() {
    return !hasTaskInSlot() && ring.isEmpty();
  }

  // ---- What others need of it

  /// Takes what another worker does not come to into its own ring: what is in the slot, or else
  /// what has yielded beside that. False if there is nothing.
  boolean takeFrom(Worker other) {
    ReadyTask task = other.takeSlot();
    if (task == null) {
      task = stealFrom(other);
    }
    if (task != null) {
      addToRing(task);
    }
    return task != null;
  }

  void unpark() {
    parker.unpark();
  }

  boolean hasTaskInRing() {
    return !ring.isEmpty();
  }

  int number() {
    return number;
  }
}
