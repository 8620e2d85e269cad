package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;

/// A task that waits, and whose waker the garbage collector has taken, for nobody held it any more:
/// it sleeps for ever, unless it is aborted. It is noticed after the next collection, and only in a
/// runtime that was built with [tracking][RuntimeBuilder#tracking(boolean)].
///
/// A future that took no waker at all has none to lose: a [dump][AsyncRuntime#dump()] shows it.
///
/// @param task which sleeps
/// @param takenAt where the waker was taken
/// @param unreported how many findings were kept back since the last one, for there were too many
public record LostWaker(TaskId task, String takenAt, long unreported) implements Finding {

  @Override
  public String message() {
    return ("%s waits at %s, and nobody holds its waker any more: it sleeps for ever. A future that"
            + " answers pending has to keep the waker of this poll, until it rings.%s")
        .formatted(task, takenAt, Allowance.words(unreported));
  }
}
