package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What is behind an [AsyncRuntime]: the parts, and what the tasks need of them.
final class Engine {
  private final AsyncRuntime runtime;
  private final Settings settings;
  private final RuntimeClock clock;
  private final Reporter reporter;
  private final @Nullable Meter meter;
  private final Instruments instruments;
  private final UnjoinedFailures unjoined;
  private final Timers timers;
  private final EventWatch watch;
  private final @Nullable Tracking tracking;
  private final @Nullable Stalls stalls;
  private final @Nullable Watchdog watchdog;
  private final BlockingCalls blocking;
  private final Scheduler scheduler;
  private final Shutdown shutdown;
  private final LiveTasks live = new LiveTasks();
  private final Dice dice;
  private final AtomicLong spawned = new AtomicLong();

  Engine(AsyncRuntime runtime, Settings settings) {
    this.runtime = runtime;
    this.settings = settings;
    this.dice = new Dice(settings.seed());
    this.clock = new RuntimeClock(settings.clock());
    this.reporter = new Reporter(settings.reporter());
    this.meter = settings.metrics() ? new Meter(settings.parallelism()) : null;
    this.instruments =
        new Instruments(settings.instruments(), clock, reporter, meter, MemoryOfTasks.of(settings));
    this.unjoined = new UnjoinedFailures(reporter);
    this.timers = new Timers(clock, reporter);
    this.blocking = new BlockingCalls(this, settings);
    this.watch = new EventWatch(clock, timers, unjoined, blocking::areOver);
    LostWakers lost = settings.watchdog() == null ? null : new LostWakers();
    this.tracking = settings.tracking() ? new Tracking(clock, lost) : null;
    VirtualClock virtual = clock.virtual();
    this.stalls = virtual == null ? null : new Stalls(this, virtual, watch.idleness(), tracking);
    Duration threshold = settings.watchdog();
    this.watchdog = threshold == null ? null : new Watchdog(this, threshold, lost);
    if (watchdog != null) {
      instruments.watchedBy(watchdog);
    }
    LentContext lent = new LentContext(this, settings);
    this.scheduler = settings.scheduler().create(lent);
    this.shutdown = new Shutdown(this, scheduler, blocking, watchClock(lent));
  }

  /// Begins to watch the clock. Answers what remains to be done at the very end.
  private Runnable watchClock(LentContext lent) {
    Runnable listener = watch::lookAgain;
    settings.clock().onMove(listener);
    Runnable endJumps = joinJumps();
    Runnable endDog =
        watchdog == null
            ? () -> {}
            : WatchdogThread.start(watchdog, settings.clock(), settings.threadNames());
    Runnable endWatch =
        watch.hasParkers()
            ? () -> {}
            : WatchThread.start(this, lent.newParker(), settings.threadNames());
    return () -> {
      settings.clock().forget(listener);
      endJumps.run();
      endWatch.run();
      endDog.run();
      unjoined.reportAll();
    };
  }

  private Runnable joinJumps() {
    VirtualClock virtual = clock.virtual();
    if (virtual == null || stalls == null) {
      return () -> {};
    }
    if (!watch.hasParkers()) { // Nobody could tell when all its threads have nothing to do.
      scheduler.close();
      throw BrokenRules.parksNowhere(schedulerName());
    }
    return watch.join(virtual, stalls);
  }

  /// A `blockOn` begins to wait.
  void enterRoot(RootLatch latch) {
    if (stalls != null) {
      stalls.enter(latch);
    }
  }

  void leaveRoot(RootLatch latch) {
    if (stalls != null) {
      stalls.leave(latch);
    }
  }

  // ---- What tasks await, if it is tracked

  /// The context for a poll of that task: the task itself, or one that looks on.
  Context contextOf(TaskCell<?> task, Future<?> future) {
    return tracking == null ? task : tracking.contextOf(task, future);
  }

  /// What to put into that task's join list for a waker.
  Waker joinerOf(TaskCell<?> joined, Waker waker) {
    return tracking == null ? waker : tracking.join(joined, waker);
  }

  /// The futures that nobody has polled, if it is tracked.
  @Nullable Unpolled unpolled() {
    return tracking == null ? null : tracking.unpolled();
  }

  /// Who waits for what and who holds it, if it is tracked.
  @Nullable Contention contention() {
    return tracking == null ? null : tracking.contention();
  }

  void ended(TaskCell<?> task) {
    if (tracking != null) {
      tracking.ended(task);
    }
  }

  // ---- The life of a task

  <T> TaskCell<T> newTask(String name, Future<T> future) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(future, "future");
    return new TaskCell<>(this, spawned.incrementAndGet(), name, future);
  }

  /// Enters a new task among the live ones and hands it over for the first time.
  void start(TaskCell<?> task, Seat seat) {
    instruments.spawned(task, seat); // First of all: as soon as it is live, closing may cancel it.
    Shard own = seat.shardOf(this);
    if (own != null) {
      own.add(task);
    } else {
      live.addShared(task);
    }
    handOver(task);
    if (shutdown.hasBegun()) { // There may be nobody to run it any more.
      shutdown.cancelLatecomer(task);
    }
  }

  void handOver(TaskCell<?> task) {
    instruments.handedOver(task);
    try {
      scheduler.schedule(task);
    } catch (Throwable thrown) {
      shutdown.scheduleThrew(task, thrown);
    }
  }

  /// A scheduler ran a task that it had not been given. After closing that is of no interest.
  void refusedRun(TaskCell<?> task) {
    if (!shutdown.hasBegun()) {
      report(BrokenRules.ranTwice(task, schedulerName()));
    }
  }

  void taskFailed(TaskCell<?> task, TaskFailure failure, boolean awaited) {
    Throwable cause = failure.cause();
    if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
      report(failure.asReport()); // The machine itself is in trouble, whoever joins.
    } else {
      switch (settings.failurePolicy()) {
        case REPORT -> unjoined.add(task, failure); // Who waits now may never come to be told.
        case IGNORE -> {}
        case SHUT_DOWN -> {
          if (awaited) {
            unjoined.add(task, failure);
          } else {
            report(failure.asReport());
            shutdown.closeInBackground();
          }
        }
      }
    }
  }

  void report(Throwable problem) {
    reporter.accept(problem);
  }

  // ---- The parts

  /// The same as [#report(Throwable)], as an object that is there already: each task's end has it.
  Reporter reporter() {
    return reporter;
  }

  AsyncRuntime runtime() {
    return runtime;
  }

  String schedulerName() {
    return settings.scheduler().name();
  }

  RuntimeMetrics metrics() {
    if (meter == null) {
      throw new IllegalStateException(
          "this runtime does not count: build it with RuntimeBuilder.metrics(true)");
    }
    return meter.snapshot();
  }

  int parallelism() {
    return settings.parallelism();
  }

  Dice dice() {
    return dice;
  }

  RuntimeClock clock() {
    return clock;
  }

  Instruments instruments() {
    return instruments;
  }

  LiveTasks live() {
    return live;
  }

  Timers timers() {
    return timers;
  }

  EventWatch watch() {
    return watch;
  }

  /// Of all threads that are known to work for this runtime.
  Set<Seat> seats() {
    Set<Seat> all = new HashSet<>(live.seats());
    if (watchdog != null) {
      all.addAll(watchdog.seats());
    }
    return all;
  }

  TaskDump dump(boolean variables) {
    return Dumps.take(this, tracking, variables);
  }

  BlockingCalls blocking() {
    return blocking;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Shutdown shutdown() {
    return shutdown;
  }
}
