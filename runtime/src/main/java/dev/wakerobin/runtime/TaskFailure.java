package dev.wakerobin.runtime;

import dev.wakerobin.TaskFailedException;
import dev.wakerobin.TaskId;

/// Why a task failed, and whether anybody has asked. It does not keep the task alive.
final class TaskFailure {
  private final TaskId task;
  private final Throwable cause;
  private volatile boolean joined;

  TaskFailure(TaskId task, Throwable cause) {
    this.task = task;
    this.cause = cause;
  }

  Throwable cause() {
    return cause;
  }

  /// Somebody has been told.
  void joined() {
    joined = true;
  }

  boolean isJoined() {
    return joined;
  }

  /// For a report: where the report was made is of no interest, so only the cause has a stack
  /// trace.
  TaskFailedException asReport() {
    TaskFailedException report = new TaskFailedException(task, cause);
    report.setStackTrace(new StackTraceElement[0]);
    return report;
  }
}
