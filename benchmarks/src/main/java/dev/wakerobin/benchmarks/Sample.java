package dev.wakerobin.benchmarks;

/// What one measurement gave, per operation.
///
/// @param nanos time on the wall
/// @param cpuNanos time of processors, of the whole process; negative if it is not known
/// @param bytes allocated by all threads; negative if it is not known
record Sample(double nanos, double cpuNanos, double bytes) {
  /// Stands where something is not known.
  static final double UNKNOWN = -1;
}
