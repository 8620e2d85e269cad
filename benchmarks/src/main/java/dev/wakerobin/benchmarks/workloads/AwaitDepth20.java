package dev.wakerobin.benchmarks.workloads;

/// The same with nineteen bodies around it.
public class AwaitDepth20 extends Asynchronous {
  /// Made by JMH.
  public AwaitDepth20() {
    super(20, true);
  }
}
