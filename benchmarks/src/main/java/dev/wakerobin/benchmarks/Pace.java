package dev.wakerobin.benchmarks;

import java.time.Duration;

/// How long one measurement takes, and where.
///
/// @param forks 1: in a JVM of its own; 0: in this one
/// @param warmups how many iterations come before those that count
/// @param iterations how many count
/// @param each how long an iteration takes
record Pace(int forks, int warmups, int iterations, Duration each) {
  /// In a JVM of its own.
  static final Pace FULL = new Pace(1, 3, 3, Duration.ofMillis(300));

  /// Warms up all that will be measured in this JVM, so that the rounds need not.
  ///
  /// @param cells how many measurements that is, which share the time
  static Pace warmUp(int cells) {
    return new Pace(0, 0, 1, share(Duration.ofSeconds(8), cells, Duration.ofMillis(300)));
  }

  /// In this JVM, which is warm already: the first iteration is for the threads that just started.
  ///
  /// @param cells how many measurements a round has
  static Pace quick(int cells) {
    return new Pace(0, 1, 1, share(Duration.ofSeconds(3), cells, Duration.ofMillis(120)));
  }

  private static Duration share(Duration all, int cells, Duration most) {
    Duration each = all.dividedBy(Math.max(1, cells));
    return each.compareTo(most) < 0 ? each : most;
  }
}
