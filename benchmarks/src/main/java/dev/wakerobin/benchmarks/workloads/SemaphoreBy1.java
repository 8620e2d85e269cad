package dev.wakerobin.benchmarks.workloads;

/// One task: there is always a permit.
public class SemaphoreBy1 extends Acquiring {
  /// Made by JMH.
  public SemaphoreBy1() {
    super(1);
  }
}
