package dev.wakerobin.scheduler.lab;

import dev.wakerobin.spi.ReadyTask;

/// A task that is ready to run, and where.
final class Candidate {
  private final ReadyTask task;
  private final long step;
  private int worker;

  /// @param step how many tasks had been run when it was handed over
  /// @param worker in whose queue it is
  Candidate(ReadyTask task, long step, int worker) {
    this.task = task;
    this.step = step;
    this.worker = worker;
  }

  ReadyTask task() {
    return task;
  }

  long number() {
    return task.id().number();
  }

  long step() {
    return step;
  }

  int worker() {
    return worker;
  }

  void moveTo(int thief) {
    worker = thief;
  }
}
