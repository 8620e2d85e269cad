package dev.wakerobin.benchmarks.workloads;

/// Four tasks that want the two permits.
public class SemaphoreBy4 extends Acquiring {
  /// Made by JMH.
  public SemaphoreBy4() {
    super(4);
  }
}
