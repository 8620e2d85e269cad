package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.Waker;

/// The messages to those who broke a rule: what happened, to which task, and what to do.
final class BrokenRules {
  private BrokenRules() {}

  static IllegalStateException ranTwice(TaskCell<?> task, String scheduler) {
    return new IllegalStateException(
        task
            + " was run without having been handed over: the scheduler '"
            + scheduler
            + "' must run each task once per call of schedule (rule S2)");
  }

  static IllegalStateException ranInline(TaskCell<?> task, TaskCell<?> outer) {
    return new IllegalStateException(
        task.id()
            + " was run while this thread still polls "
            + outer.id()
            + ": schedule must put the task away and return, not run it (rule S1)");
  }

  static IllegalStateException threwFromSchedule(
      TaskCell<?> task, String scheduler, Throwable thrown) {
    return new IllegalStateException(
        "the scheduler '"
            + scheduler
            + "' threw when "
            + task.id()
            + " was handed over: schedule must not throw (rule S1). The task has failed.",
        thrown);
  }

  static IllegalArgumentException parksNowhere(String scheduler) {
    return new IllegalArgumentException(
        "a virtual clock jumps when all threads of the scheduler are parked, and the scheduler '"
            + scheduler
            + "' takes no parker: use Clock.manual() or Clock.system(), or another scheduler");
  }

  static IllegalStateException stillPolled(TaskCell<?> task, String scheduler) {
    return new IllegalStateException(
        task.id()
            + " is still being polled although the scheduler '"
            + scheduler
            + "' has closed: close must wait for its threads (rule S7)");
  }

  static IllegalStateException joinsItself(TaskCell<?> task) {
    return new IllegalStateException(
        task.id()
            + " awaits its own handle: it would wait for ever. Await it from another task, or with"
            + " blockOn");
  }

  static NullPointerException answeredNull(TaskCell<?> task, Future<?> future) {
    return new NullPointerException(
        "the future of "
            + task.id()
            + " ("
            + future.getClass().getName()
            + ") answered null: answer Poll.ready(value) or Poll.pending()");
  }

  static IllegalStateException threwFromCancel(TaskCell<?> task, Throwable thrown) {
    return new IllegalStateException(
        "the future of "
            + task.id()
            + " threw from cancel(): the task counts as cancelled all the same",
        thrown);
  }

  static IllegalStateException threwFromWaker(Waker waker, Throwable thrown) {
    return new IllegalStateException(
        "the waker "
            + waker.getClass().getName()
            + " threw: a waker only rings, and never throws. The others were rung all the same",
        thrown);
  }

  /// Where this report was made is of no interest, so it has no stack trace.
  static IllegalStateException neverPolled(String line) {
    IllegalStateException report = new IllegalStateException(line);
    report.setStackTrace(new StackTraceElement[0]);
    return report;
  }

  static IllegalStateException threwFromInstrument(Instrument instrument, Throwable thrown) {
    return new IllegalStateException(
        "the instrument "
            + instrument.getClass().getName()
            + " threw and was removed; the run goes on",
        thrown);
  }
}
