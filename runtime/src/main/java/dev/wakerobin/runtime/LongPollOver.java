package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import java.time.Duration;

/// A poll that was reported as a [LongPoll] has ended.
///
/// @param task what was polled
/// @param thread the name of the thread that polled it
/// @param took how long it took in the end, to about a quarter of the watchdog's threshold
public record LongPollOver(TaskId task, String thread, Duration took) implements Finding {

  @Override
  public String message() {
    return "%s has given thread '%s' back: the poll took about %s"
        .formatted(task, thread, Spans.text(took));
  }
}
