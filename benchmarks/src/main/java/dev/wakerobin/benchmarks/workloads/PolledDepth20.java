package dev.wakerobin.benchmarks.workloads;

/// The same with nineteen bodies around it.
public class PolledDepth20 extends Polled {
  /// Made by JMH.
  public PolledDepth20() {
    super(20, true);
  }
}
