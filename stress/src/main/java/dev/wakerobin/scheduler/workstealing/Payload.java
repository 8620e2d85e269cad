package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;

/// A task with a plain field: who takes it has to see what was written there before it was pushed.
final class Payload implements ReadyTask {
  int written;

  @Override
  public TaskId id() {
    return new TaskId(1, "");
  }

  @Override
  public void run() {}
}
