package dev.wakerobin;

/// A spawned task, seen from outside: a future of its result, and the way to abort it.
///
/// The task runs whether or not anybody looks at its handle; forgetting the handle detaches the
/// task. Unlike other futures a handle may be awaited more than once, and by several tasks: each
/// gets the same value, or the same failure. Awaiting throws
///
/// - [TaskFailedException], with the cause, if the task's future threw;
/// - [TaskCancelledException] if the task was aborted, or its runtime closed.
///
/// The handle may be used from any thread. A task that awaits its own handle fails.
///
/// A main task spawns another one, called work, and awaits its handle:
///
/// {@figure timeline 5 1}
///
/// @param <T> what the task's future gives
public interface JoinHandle<T> extends Future<T> {

  /// Which task this is.
  TaskId id();

  /// Asks the task to end. It is not polled again; its future is cancelled on a thread of its
  /// scheduler, and those who join get a [TaskCancelledException].
  ///
  /// A poll that is under way goes on to its end, and if that poll was the last one, its value
  /// stands. Aborting again, or after the end, does nothing.
  void abort();

  /// Whether the task has ended: with a value, a failure, or by being cancelled.
  boolean isFinished();

  /// Stops *waiting* for the task, and leaves the task alone: what the loser of a `select` gets. To
  /// end the task, use [#abort()]. Others who await this handle go on waiting.
  @Override
  void cancel();
}
