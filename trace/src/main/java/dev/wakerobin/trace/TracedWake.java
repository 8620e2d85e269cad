package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event.Cause;
import java.util.Optional;
import java.util.OptionalLong;

/// One wake of a task: the first is being spawned.
///
/// @param tick when
/// @param task who was woken
/// @param by the task that rang, or that spawned this one; none if it was not a task
/// @param worker where the bell was rung, or [dev.wakerobin.runtime.Event#NO_WORKER]
/// @param rungIn the tick at which the poll began in which it was rung; none if it was not a task
/// @param poll the tick at which the poll began that it led to; none if the task was not polled
///     again in this trace
public record TracedWake(
    long tick,
    TaskId task,
    Cause cause,
    Optional<TaskId> by,
    int worker,
    OptionalLong rungIn,
    OptionalLong poll) {

  /// Whether a task has woken itself.
  public boolean isSelfWake() {
    return cause instanceof Cause.Task(TaskId ringer) && ringer.equals(task);
  }
}
