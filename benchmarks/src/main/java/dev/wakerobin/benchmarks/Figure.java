package dev.wakerobin.benchmarks;

/// What decides who is ahead in a workload: always the smaller, the better.
enum Figure {
  /// Time on the wall.
  WALL,
  /// Time of the processors.
  CPU,
  /// Memory.
  BYTES;

  double of(Sample sample) {
    return switch (this) {
      case WALL -> sample.nanos();
      case CPU -> sample.cpuNanos();
      case BYTES -> sample.bytes();
    };
  }
}
