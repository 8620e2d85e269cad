package dev.wakerobin.benchmarks.workloads;

/// Five senders, one receiver.
public class MpscFrom5 extends Mpsc {
  /// Made by JMH.
  public MpscFrom5() {
    super(5);
  }
}
