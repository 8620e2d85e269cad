package dev.wakerobin.runtime;

import dev.wakerobin.spi.Scheduler;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// How a runtime ends. In one sentence: once the scheduler has closed nobody runs tasks any more,
/// so the closing thread ends the rest alone.
final class Shutdown {
  private final Engine engine;
  private final Scheduler scheduler;
  private final BlockingCalls blocking;
  private final Runnable afterwards;

  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean schedulerEnded;
  private volatile @Nullable Thread closer; // Whoever ends everything, as long as it does.

  /// @param afterwards what remains to be done when no task and no call is left
  Shutdown(Engine engine, Scheduler scheduler, BlockingCalls blocking, Runnable afterwards) {
    this.engine = engine;
    this.scheduler = scheduler;
    this.blocking = blocking;
    this.afterwards = afterwards;
  }

  boolean hasBegun() {
    return begun.get();
  }

  void close() {
    refuseFromWithin();
    if (begun.compareAndSet(false, true)) {
      endEverything();
    }
    awaitEnd(Long.MAX_VALUE);
  }

  List<String> close(Duration grace) {
    Objects.requireNonNull(grace, "grace");
    if (grace.isNegative()) {
      throw new IllegalArgumentException(
          "a grace cannot be negative, and this is " + grace + ": give zero or more");
    }
    refuseFromWithin();
    closeInBackground();
    return awaitEnd(Nanos.of(grace)) ? List.of() : stragglers();
  }

  /// Begins to close, and does not wait.
  void closeInBackground() {
    if (begun.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("wakerobin-close").start(this::endEverything);
    }
  }

  private void refuseFromWithin() {
    TaskCell<?> task = Seat.ofThisThread().task();
    if (task != null && task.engine() == engine) {
      throw new IllegalStateException(
          "close was called from within "
              + task.id()
              + " of the same runtime: it would wait for itself. Let the task end, and close from"
              + " where the runtime was built");
    }
    if (closer == Thread.currentThread()) {
      throw new IllegalStateException(
          "close was called by what the closing runtime reports to, or cancels: it would wait for"
              + " itself. It is being closed already");
    }
    if (blocking.runsHere()) {
      throw new IllegalStateException(
          "close was called from within a blocking call of the same runtime: it would wait for"
              + " itself. Let the call end, and close from where the runtime was built");
    }
  }

  private void endEverything() {
    closer = Thread.currentThread();
    try {
      blocking.refuseMore();
      closeScheduler();
      schedulerEnded = true;
      List<TaskCell<?>> live = engine.live().snapshot();
      if (live.isEmpty()) { // Else what was not polled yet might have been.
        reportUnpolled();
      }
      live.forEach(this::end);
      blocking.awaitEnd();
      afterwards.run();
    } finally {
      closer = null;
      OpenRuntimes.remove(engine);
      over.countDown();
    }
  }

  private void closeScheduler() {
    try {
      scheduler.close();
    } catch (Throwable thrown) {
      engine.report(thrown);
    }
  }

  private void reportUnpolled() {
    Unpolled unpolled = engine.unpolled();
    if (unpolled != null) {
      unpolled.lines().forEach(line -> engine.report(BrokenRules.neverPolled(line)));
    }
  }

  private void end(TaskCell<?> task) {
    task.cancelWithoutScheduler();
    if (task.isPolling()) {
      engine.report(BrokenRules.stillPolled(task, engine.schedulerName()));
    }
  }

  /// A task was spawned while the runtime closes. Either the scheduler is gone, then it is ended
  /// here; or the closing thread is still to come by and finds it: it says that the scheduler has
  /// ended, then looks at the live tasks, and here the task was entered first, and then we look
  /// whether the scheduler has ended.
  void cancelLatecomer(TaskCell<?> task) {
    VarHandle.fullFence();
    if (schedulerEnded) {
      task.cancelWithoutScheduler();
    }
  }

  /// The scheduler would not take a task. A closed one may refuse; an open one breaks its promise,
  /// and the task must not be left waiting.
  void scheduleThrew(TaskCell<?> task, Throwable thrown) {
    if (!hasBegun()) {
      IllegalStateException broken =
          BrokenRules.threwFromSchedule(task, engine.schedulerName(), thrown);
      engine.report(broken);
      task.endUnscheduled(broken);
    }
  }

  private List<String> stragglers() {
    List<String> lines = new ArrayList<>();
    for (TaskCell<?> task : engine.live().snapshot()) {
      if (task.isPolling()) {
        lines.add(task.id() + " is still in a poll");
      }
    }
    lines.addAll(blocking.underWay());
    if (lines.isEmpty()) {
      lines.add("the scheduler '" + engine.schedulerName() + "' has not ended its threads");
    }
    engine.dump(false).toString().lines().forEach(lines::add);
    return lines;
  }

  /// False if the end has not come by then. An interrupt does not shorten the waiting; it is kept
  /// for later.
  private boolean awaitEnd(long nanos) {
    boolean interrupted = false;
    long began = System.nanoTime();
    try {
      while (true) {
        try {
          long left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
          return over.await(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
