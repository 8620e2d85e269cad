package dev.wakerobin.benchmarks.workloads;

/// The value is there at once.
public class AwaitReady extends Asynchronous {
  /// Made by JMH.
  public AwaitReady() {
    super(1, false);
  }
}
