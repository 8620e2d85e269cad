package dev.wakerobin.scheduler.basic;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;

/// A task with a number that does what the test says.
record Named(int number, Runnable work) implements ReadyTask {
  Named(int number) {
    this(number, () -> {});
  }

  @Override
  public TaskId id() {
    return new TaskId(number + 1L, "");
  }

  @Override
  public void run() {
    work.run();
  }
}
