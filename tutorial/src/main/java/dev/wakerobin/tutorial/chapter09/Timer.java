package dev.wakerobin.tutorial.chapter09;

/// A deadline, and the bell to ring then.
final class Timer {
  final long deadline;
  final long number; // Of two with one deadline, the one that was set first is rung first.
  private final Runnable bell;
  private boolean waits = true;

  Timer(long deadline, long number, Runnable bell) {
    this.deadline = deadline;
    this.number = number;
    this.bell = bell;
  }

  /// Whether it has neither been rung nor cancelled.
  boolean waits() {
    return waits;
  }

  void ring() {
    waits = false;
    bell.run();
  }

  void cancel() {
    waits = false;
  }

  boolean isBefore(Timer other) {
    return deadline < other.deadline || (deadline == other.deadline && number < other.number);
  }
}
