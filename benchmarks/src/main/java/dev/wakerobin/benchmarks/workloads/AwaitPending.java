package dev.wakerobin.benchmarks.workloads;

/// The body is left and entered again for each value.
public class AwaitPending extends Asynchronous {
  /// Made by JMH.
  public AwaitPending() {
    super(1, true);
  }
}
