package dev.wakerobin.benchmarks.workloads;

/// Four tasks, and whoever has the lock lets the others go first.
public class MutexAcrossYield extends Locking {
  /// Made by JMH.
  public MutexAcrossYield() {
    super(4, true);
  }
}
