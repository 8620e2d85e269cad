package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;

/// A task for a scenario: a number, and what it does.
record Job(int number, Runnable body) implements ReadyTask {

  /// A task that is no more than its number.
  static Job numbered(int number) {
    return new Job(number, () -> {});
  }

  static int numberOf(ReadyTask task) {
    return ((Job) task).number;
  }

  @Override
  public TaskId id() {
    return new TaskId(number + 1L, "");
  }

  @Override
  public void run() {
    body.run();
  }
}
