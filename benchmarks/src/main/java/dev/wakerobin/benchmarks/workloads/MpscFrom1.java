package dev.wakerobin.benchmarks.workloads;

/// One sender, one receiver.
public class MpscFrom1 extends Mpsc {
  /// Made by JMH.
  public MpscFrom1() {
    super(1);
  }
}
