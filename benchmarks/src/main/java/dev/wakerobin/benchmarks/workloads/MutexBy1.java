package dev.wakerobin.benchmarks.workloads;

/// One task: the lock is always free.
public class MutexBy1 extends Locking {
  /// Made by JMH.
  public MutexBy1() {
    super(1, false);
  }
}
