package dev.wakerobin;

import java.util.concurrent.CancellationException;

/// Thrown to those who join a task that was cancelled: aborted through its handle, or ended by the
/// close of its runtime.
public final class TaskCancelledException extends CancellationException {
  private static final long serialVersionUID = 1L;

  private final TaskId task;

  /// Says that the task was cancelled.
  public TaskCancelledException(TaskId task) {
    super(task + " was cancelled before it was done");
    this.task = task;
  }

  /// The task that was cancelled.
  public TaskId task() {
    return task;
  }
}
