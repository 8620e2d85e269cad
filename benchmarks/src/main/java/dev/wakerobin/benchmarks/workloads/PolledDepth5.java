package dev.wakerobin.benchmarks.workloads;

/// The same with four bodies around it.
public class PolledDepth5 extends Polled {
  /// Made by JMH.
  public PolledDepth5() {
    super(5, true);
  }
}
