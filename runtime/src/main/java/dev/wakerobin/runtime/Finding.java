package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import java.io.Serializable;

/// Something suspicious that a [watchdog][RuntimeBuilder#watchdog(java.time.Duration)] has seen. It
/// is told to every [Instrument#found(Finding)], and reported as a [WatchdogWarning].
public sealed interface Finding extends Serializable
    permits LongPoll, LongPollOver, WakeStorm, LostWaker {

  /// The task it is about.
  TaskId task();

  /// A sentence or two for people: what was seen, where, and what to do about it.
  String message();
}
