package dev.wakerobin.runtime;

/// What becomes of a task's failure that nobody joins.
public enum FailurePolicy {
  /// It is reported, once it is certain that nobody will ask: when the task's handle has been
  /// garbage collected, or when the runtime closes. The default.
  REPORT,

  /// It is dropped.
  IGNORE,

  /// It is reported at once, if nobody awaits the task at the moment it fails, and the runtime
  /// shuts down: its tasks are cancelled, and `blockOn` throws
  /// [dev.wakerobin.TaskCancelledException].
  SHUT_DOWN
}
