package dev.wakerobin.benchmarks.workloads;

/// The value is there at once.
public class PolledReady extends Polled {
  /// Made by JMH.
  public PolledReady() {
    super(1, false);
  }
}
