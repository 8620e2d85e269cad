package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.Optional;
import java.util.OptionalLong;

/// One poll of a task.
///
/// @param worker where, or [dev.wakerobin.runtime.Event#NO_WORKER]
/// @param from the tick at which it began; the first of the trace if that was dropped
/// @param to the tick at which it ended; the last of the trace if it had not ended
/// @param result how it ended, if it had
/// @param wake the tick of the wake that led to it, if that was not dropped
public record TracedPoll(
    TaskId task, int worker, long from, long to, Optional<PollResult> result, OptionalLong wake) {

  /// How long it took, along that axis.
  public long length(Trace trace, Axis axis) {
    return axis.at(trace, to) - axis.at(trace, from);
  }
}
