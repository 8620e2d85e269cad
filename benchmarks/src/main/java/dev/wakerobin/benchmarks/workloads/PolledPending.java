package dev.wakerobin.benchmarks.workloads;

/// The body is left and entered again for each value.
public class PolledPending extends Polled {
  /// Made by JMH.
  public PolledPending() {
    super(1, true);
  }
}
