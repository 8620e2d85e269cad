package dev.wakerobin.scheduler.lab;

import dev.wakerobin.spi.Recording;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Makes schedulers that are deterministic: same program and same seed, same trace to the event.
///
/// ```java
/// AsyncRuntime.builder().scheduler("lab").seed(42).build();
/// AsyncRuntime.builder().scheduler(Lab.provider().workers(3).choosing(List.of(1, 0, 2))).build();
/// ```
///
/// All tasks run on the thread that is in `blockOn`, as with the scheduler `basic`. By itself the
/// order is random, drawn from the runtime's seed, and one worker is shown; the system properties
/// `wakerobin.lab.order` (`fifo`, `random`, `pct:3`) and `wakerobin.lab.workers` say otherwise, for
/// what is not set here. The runtime gives it virtual time, unless it is told to use another clock.
///
/// What it cannot do:
///
/// - A poll is the atomic step: polls never overlap, so a race *within* polls is not found.
/// - Wakes and spawns from threads other than the one in `blockOn`, blocking calls among them,
///   arrive when they arrive: with them the order is not determined by the seed.
///
/// It is immutable: each setting gives a new one.
public final class Lab implements SchedulerProvider {
  private static final String ORDER = "wakerobin.lab.order";
  private static final String WORKERS = "wakerobin.lab.workers";

  /// A task that is passed over this many times as often as there are tasks to choose from, and
  /// then some, is taken: random and prioritized orders.
  static final int RANDOM_PATIENCE = 4;

  static final int PRIORITY_PATIENCE = 64;
  static final int LEAST_PATIENCE = 64;

  private final @Nullable Order order;
  private final @Nullable Integer workers;
  private final IntConsumer recorder;
  private final @Nullable Recording recording;
  private final boolean goesOn;

  /// For the service loader on a class path: the same as [#provider()].
  public Lab() {
    this(null, null, _ -> {}, null, false);
  }

  private Lab(
      @Nullable Order order,
      @Nullable Integer workers,
      IntConsumer recorder,
      @Nullable Recording recording,
      boolean goesOn) {
    this.order = order;
    this.workers = workers;
    this.recorder = recorder;
    this.recording = recording;
    this.goesOn = goesOn;
  }

  /// With nothing set.
  public static Lab provider() {
    return new Lab();
  }

  /// The same with this order.
  public Lab order(Order itsOrder) {
    return new Lab(Objects.requireNonNull(itsOrder, "order"), workers, recorder, recording, goesOn);
  }

  /// The same with the order that these choices make: see [Order.Listed].
  public Lab choosing(List<Integer> choices) {
    return order(new Order.Listed(choices));
  }

  /// The same, showing as so many workers. The thread is one, and the tasks of all are chosen from;
  /// but each task is in the queue of a worker, is drawn in its row, and is stolen by one that has
  /// none.
  ///
  /// @param number at least 1
  public Lab workers(int number) {
    return new Lab(order, atLeastOne(number, "workers"), recorder, recording, goesOn);
  }

  /// The same, telling each choice it makes where there are two tasks or more: given to
  /// [#choosing(List)] they make the same run again, whatever the order was.
  ///
  /// @param listener is called by the thread in `blockOn`, with an index among those to choose
  ///     from, who stand in the order in which they were handed over
  public Lab recordingInto(IntConsumer listener) {
    return new Lab(order, workers, Objects.requireNonNull(listener, "listener"), recording, goesOn);
  }

  /// The same, polling in the order of that recording, whatever order is set. If the task that
  /// comes next is not ready, time goes on, and foreign threads get a second of real time to wake
  /// it. If it still is not, or if the recording ends before the run, `blockOn` throws a
  /// [DisagreementException].
  public Lab replaying(Recording itsRecording) {
    return new Lab(
        order, workers, recorder, Objects.requireNonNull(itsRecording, "recording"), goesOn);
  }

  /// The same; a disagreement with the recording is reported, and the run goes on from there first
  /// come, first served.
  public Lab goingOnAfterDisagreement() {
    return new Lab(order, workers, recorder, recording, true);
  }

  @Override
  public String name() {
    return "lab";
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    return new LabScheduler(
        context,
        workers(),
        Chooser.of(order(), context.random()),
        recorder,
        recording == null ? null : new Replay(recording),
        goesOn);
  }

  @Override
  public SchedulerTraits traits() {
    return new SchedulerTraits(SchedulerTraits.Threads.CALLERS, true, fairness());
  }

  /// How often a task may be passed over, before it is the oldest; those older than it go first.
  private SchedulerTraits.Fairness fairness() {
    if (recording != null) {
      int polls = recording.polls().size();
      return (tasks, _) -> (long) tasks + polls;
    }
    return switch (order()) {
      case Order.Fifo() -> (tasks, _) -> tasks;
      case Order.AtRandom() -> (tasks, _) -> tasks + patience(RANDOM_PATIENCE, tasks);
      case Order.ByPriority _ -> (tasks, _) -> tasks + patience(PRIORITY_PATIENCE, tasks);
      case Order.Listed(List<Integer> choices) -> (tasks, _) -> (long) tasks + choices.size();
    };
  }

  static long patience(int factor, int candidates) {
    return LEAST_PATIENCE + (long) factor * candidates;
  }

  private Order order() {
    if (order != null) {
      return order;
    }
    String property = System.getProperty(ORDER);
    try {
      return property == null ? new Order.AtRandom() : Order.parse(property);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the system property " + ORDER + ": " + e.getMessage(), e);
    }
  }

  private int workers() {
    if (workers != null) {
      return workers;
    }
    String property = System.getProperty(WORKERS);
    try {
      return property == null ? 1 : atLeastOne(Integer.parseInt(property.strip()), WORKERS);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the system property %s must be a whole number, at least 1, and it is '%s'"
              .formatted(WORKERS, property),
          e);
    }
  }

  private static int atLeastOne(int value, String what) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, and this is " + value);
    }
    return value;
  }
}
