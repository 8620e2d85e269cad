package dev.wakerobin.benchmarks.workloads;

/// Four tasks that want the same lock.
public class MutexBy4 extends Locking {
  /// Made by JMH.
  public MutexBy4() {
    super(4, false);
  }
}
