package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.runtime.Instrument.CallKind;
import dev.wakerobin.runtime.Meter.Count;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Those who listen, and what they are told. If nobody listens no event is made: a field is read,
/// and that is all. What is counted or watched over, if somebody asked for it, is so here as well.
final class Instruments {
  private final RuntimeClock clock;
  private final Consumer<Throwable> reporter;
  private final @Nullable Meter meter;
  private final MemoryOfTasks memory;
  private volatile Instrument[] all; // Becomes shorter when one throws.
  private @Nullable Watchdog watchdog; // Set while the runtime is built.
  private volatile boolean quiet; // Nobody listens, counts or watches: the one look of each hook.

  Instruments(
      List<Instrument> all,
      RuntimeClock clock,
      Consumer<Throwable> reporter,
      @Nullable Meter meter,
      MemoryOfTasks memory) {
    this.memory = memory;
    this.all = all.toArray(new Instrument[0]);
    this.meter = meter;
    this.clock = clock;
    this.reporter = reporter;
    this.quiet = isQuiet();
  }

  /// Before the first task.
  void watchedBy(Watchdog over) {
    watchdog = over;
  }

  private boolean isQuiet() {
    return meter == null && memory == MemoryOfTasks.NONE && all.length == 0;
  }

  /// Whether nobody is to be told of wakes and polls.
  boolean areQuiet() {
    return quiet;
  }

  void spawned(TaskCell<?> task, Seat seat) {
    if (quiet) {
      return;
    }
    count(Count.SPAWNED, seat);
    memory.spawned(task, seat, clock);
    if (any()) {
      int worker = seat.workerFor(this);
      Optional<TaskId> by = seat.taskOf(task.engine()).map(TaskCell::id);
      tell(new Event.Spawned(clock.nanos(), task.id(), by, worker));
      tell(new Event.Woken(clock.nanos(), task.id(), new Cause.Spawn(), worker));
    }
  }

  /// Woken by whatever the calling thread is at.
  void woken(TaskCell<?> task) {
    if (!quiet && any()) {
      Seat seat = Seat.ofThisThread();
      woken(task, seat.causeOfWakes(task.engine()), seat);
    }
  }

  void wokenByAbort(TaskCell<?> task) {
    if (any()) {
      woken(task, new Cause.Abort(), Seat.ofThisThread());
    }
  }

  private void woken(TaskCell<?> task, Cause cause, Seat seat) {
    tell(new Event.Woken(clock.nanos(), task.id(), cause, seat.workerFor(this)));
  }

  /// A task is about to be handed to the scheduler. Counted, not told: the wake was told.
  void handedOver(TaskCell<?> task) {
    if (quiet) {
      return;
    }
    Seat seat = Seat.ofThisThread();
    count(Count.HANDED_OVER, seat);
    if (seat.task() == task) { // It was woken while it was polled, and the poll has just ended.
      memory.wokenWhilePolled(task);
    }
  }

  /// The scheduler runs a task. Counted, not told: the poll will be, or the cancel.
  void ran(Seat seat) {
    count(Count.RAN, seat);
  }

  /// A task failed without a poll, for its scheduler would not take it. Counted, not told.
  void failedUnpolled(Seat seat) {
    count(Count.FAILED, seat);
  }

  void pollStarted(TaskCell<?> task, Seat seat) {
    if (quiet) {
      return;
    }
    seat.pollStarts(watchdog);
    memory.pollStarted(task, clock);
    count(Count.POLLED, seat);
    if (any()) {
      tell(new Event.PollStarted(clock.nanos(), task.id(), seat.workerFor(this)));
    }
  }

  void pollEnded(TaskCell<?> task, Seat seat, PollResult result) {
    if (quiet) {
      return;
    }
    memory.pollEnded(task, clock);
    switch (result) {
      case PENDING -> {}
      case READY -> count(Count.READY, seat);
      case THREW -> count(Count.FAILED, seat);
    }
    if (any()) {
      tell(new Event.PollEnded(clock.nanos(), task.id(), seat.workerFor(this), result));
    }
  }

  void cancelled(TaskCell<?> task, Seat seat) {
    count(Count.CANCELLED, seat);
    if (any()) {
      tell(new Event.Cancelled(clock.nanos(), task.id(), seat.workerFor(this)));
    }
  }

  /// The calling thread is that worker from now on.
  void workerStarted(int worker) {
    Seat.ofThisThread().workAs(worker, this);
    if (any()) {
      String thread = Thread.currentThread().getName();
      tell(new Event.WorkerStarted(clock.nanos(), worker, thread));
    }
  }

  /// The calling thread is that worker no more.
  void workerStopped(int worker) {
    Seat.ofThisThread().workAs(Event.NO_WORKER, this);
    if (any()) {
      tell(new Event.WorkerStopped(clock.nanos(), worker));
    }
  }

  /// The calling thread, which is some worker already, goes on as that one.
  void actingAs(int worker) {
    Seat.ofThisThread().workAs(worker, this);
  }

  void stole(int thief, int tasks, int victim) {
    if (meter != null) {
      meter.count(Count.STOLEN, thief, tasks);
    }
    if (any()) {
      tell(new Event.Stole(clock.nanos(), thief, tasks, victim));
    }
  }

  void parked() {
    if (meter != null) {
      count(Count.PARKED, Seat.ofThisThread());
    }
    if (any()) {
      tell(new Event.Parked(clock.nanos(), Seat.ofThisThread().workerFor(this)));
    }
  }

  void unparked() {
    if (any()) {
      tell(new Event.Unparked(clock.nanos(), Seat.ofThisThread().workerFor(this)));
    }
  }

  private void count(Count what, Seat seat) {
    if (meter != null) {
      meter.count(what, seat.workerFor(this), 1);
    }
  }

  private boolean any() {
    return all.length > 0;
  }

  private void tell(Event event) {
    tellEach(it -> it.on(event));
  }

  /// The calling thread begins to make a call that blocks or computes.
  void callStarted(CallKind kind) {
    tellEach(it -> it.callStarted(kind));
  }

  void callEnded(CallKind kind) {
    tellEach(it -> it.callEnded(kind));
  }

  /// A watchdog has found something. It is told, and reported.
  void found(Finding finding) {
    tellEach(it -> it.found(finding));
    reporter.accept(new WatchdogWarning(finding));
  }

  private void tellEach(Consumer<Instrument> what) {
    for (Instrument each : all) {
      try {
        what.accept(each);
      } catch (Throwable thrown) {
        remove(each);
        reporter.accept(BrokenRules.threwFromInstrument(each, thrown));
      }
    }
  }

  private synchronized void remove(Instrument gone) {
    all = Arrays.stream(all).filter(each -> each != gone).toArray(Instrument[]::new);
    quiet = isQuiet();
  }
}
