package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import java.util.Locale;

/// Something that looks ill in a trace. See [Doctor].
///
/// @param symptom what it is
/// @param task whom it concerns
/// @param tick where in the trace it can be seen
/// @param finding what was found, as a sentence
public record Diagnosis(Symptom symptom, TaskId task, long tick, String finding) {

  /// What a [Doctor] knows.
  public enum Symptom {
    /// A poll that others had to wait for.
    LONG_POLL(
        "A task gives way only where it answers pending. Let it yield now and then, or do the work"
            + " in a blocking call, or on a runtime of its own."),
    /// A task that kept a thread from its first moment to its last.
    NEVER_YIELDED(
        "Nothing in it awaits anything: it only computes, or blocks. Give it to"
            + " Tasks.spawnComputation or Tasks.spawnBlocking, or let it await Tasks.yieldNow now"
            + " and then."),
    /// A task that was woken, and had to wait while others were polled again and again.
    STARVED_TASK(
        "The scheduler lets somebody through who was there later. Hold it against the contract:"
            + " ./wakerobin tck."),
    /// A task that woke itself, again and again.
    STORM_OF_SELF_WAKES(
        "If it waits for something, whoever knows should ring: keep the waker, and do not ring it"
            + " yourself. If it computes and yields meanwhile, all is well."),
    /// A task whose bell nobody had rung when the trace stopped.
    LOST_WAKER(
        "It waits for something that had not come, or whoever should have rung has lost its waker:"
            + " look at what its future did with context.waker() in its last poll."),
    /// A task that was spawned, and never began.
    UNPOLLED_FUTURE(
        "A future does nothing until it is polled. The runtime was closed, or the trace stopped,"
            + " before its turn came: whoever needs its work has to await its handle."),
    /// A task that was woken, and not polled any more.
    UNANSWERED_WAKE(
        "The trace stopped before its turn came, or the scheduler has lost it. If it was not"
            + " stopped in the middle: ./wakerobin tck.");

    private final String advice;

    Symptom(String advice) {
      this.advice = advice;
    }

    /// What may be done about it.
    public String advice() {
      return advice;
    }

    /// In words: `long poll`.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// As the doctor says it: `long poll: task 3 'greedy' was …`.
  @Override
  public String toString() {
    return symptom + ": " + finding;
  }
}
