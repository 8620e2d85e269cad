package dev.wakerobin.benchmarks;

/// What one measurement gave, per operation.
///
/// @param nanos time on the wall
/// @param cpuNanos time of processors, of the whole process; negative if it is not known
/// @param bytes allocated by all threads, or in use at the end where that is what is measured;
///     negative if it is not known
/// @param p99LateNanos of timers: of 100, 99 were not later; negative of all others
record Sample(double nanos, double cpuNanos, double bytes, double p99LateNanos) {
  /// Stands where something is not known.
  static final double UNKNOWN = -1;
}
