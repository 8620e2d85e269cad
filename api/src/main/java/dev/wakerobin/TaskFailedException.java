package dev.wakerobin;

/// Thrown to those who join a task whose future threw. The [cause][#getCause()] is what it threw.
public final class TaskFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final TaskId task;

  /// Says that the task failed, and why.
  public TaskFailedException(TaskId task, Throwable cause) {
    super(task + " failed: " + cause, cause);
    this.task = task;
  }

  /// The task that failed.
  public TaskId task() {
    return task;
  }
}
