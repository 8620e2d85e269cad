package dev.wakerobin.scheduler.workstealing;

/// How fast a worker gets on. To call another one for a task costs some microseconds on both sides,
/// and more while the task's memory moves to another processor: not worth it for a task whose turn
/// comes sooner here.
///
/// A sender and the receiver that it has woken are such a pair. They take turns every few
/// microseconds as long as they share a worker. With another one called each time that the sender
/// yielded, a message took 94 ns of processor time, and with this 37. Go and Kotlin have thieves
/// wait a while before they take the task woken last, to the same end.
final class Pace {
  /// As long as this a poll may take on average.
  static final long BRISK_NANOS = 10_000;

  private long lastNanos;
  private int lastPolls;
  private boolean brisk;

  /// Takes a look, every few dozen polls.
  ///
  /// @param nanos what time it is
  /// @param polls how many there have been so far
  void look(long nanos, int polls) {
    brisk = nanos - lastNanos < (polls - lastPolls) * BRISK_NANOS;
    lastNanos = nanos;
    lastPolls = polls;
  }

  /// Whether the polls between the last two looks were short.
  boolean isBrisk() {
    return brisk;
  }
}
