package dev.wakerobin.benchmarks.workloads;

/// The same with four bodies around it.
public class AwaitDepth5 extends Asynchronous {
  /// Made by JMH.
  public AwaitDepth5() {
    super(5, true);
  }
}
