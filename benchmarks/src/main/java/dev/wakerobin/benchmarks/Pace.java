package dev.wakerobin.benchmarks;

import java.time.Duration;

/// How long one measurement takes, and where.
///
/// @param forks 1: in a JVM of its own; 0: in this one
/// @param warmups how many iterations come before those that count
/// @param iterations how many count
/// @param each how long an iteration takes
record Pace(int forks, int warmups, int iterations, Duration each) {
  /// Warms up all that will be measured in this JVM, so that the rounds need not.
  static final Pace WARM_UP = new Pace(0, 0, 1, Duration.ofMillis(300));

  /// In this JVM, which is warm already: the first iteration is for the threads that just started.
  static final Pace QUICK = new Pace(0, 1, 1, Duration.ofMillis(120));

  /// In a JVM of its own.
  static final Pace FULL = new Pace(1, 3, 3, Duration.ofMillis(400));
}
