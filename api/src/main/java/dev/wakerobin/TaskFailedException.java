package dev.wakerobin;

/// Thrown to those who join a task whose future threw. The [cause][#getCause()] is what it threw.
public final class TaskFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final TaskId task;

  /// Says that the task failed, and why.
  public TaskFailedException(TaskId task, Throwable cause) {
    super(task + " failed: " + described(cause), cause);
    this.task = task;
  }

  /// What user code threw may throw again when it is asked for its text.
  private static String described(Throwable cause) {
    try {
      return cause.toString();
    } catch (Throwable thrown) {
      return cause.getClass().getName() + ", whose toString() threw " + thrown.getClass().getName();
    }
  }

  /// The task that failed.
  public TaskId task() {
    return task;
  }
}
