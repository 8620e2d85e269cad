package dev.wakerobin.benchmarks.contenders;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What a workload has measured by itself, kept until it is asked for: there is no way from within
/// a benchmark into the results of JMH but through a profiler, and that one reads it here.
public final class Findings {
  /// Of 100 timers 99 were not later than this, in nanoseconds.
  public static final String P99_LATE = "late.p99";

  /// What is left of the heap for each task, after a collection.
  public static final String LIVE_BYTES = "live.bytes";

  private static final Map<String, Double> NOTED = new ConcurrentHashMap<>();

  private Findings() {}

  /// Keeps the value, and forgets an earlier one.
  public static void note(String label, double value) {
    NOTED.put(label, value);
  }

  /// All that was noted since this was last called.
  public static Map<String, Double> take() {
    Map<String, Double> taken = Map.copyOf(NOTED);
    NOTED.clear();
    return taken;
  }
}
