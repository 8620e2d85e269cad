package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;

/// A task that is no more than its number.
record Numbered(int number) implements ReadyTask {
  @Override
  public TaskId id() {
    return new TaskId(number + 1L, "");
  }

  @Override
  public void run() {}
}
