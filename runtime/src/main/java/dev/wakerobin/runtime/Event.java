package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import java.util.Optional;

/// What an [Instrument] is told. The events of one task and of one worker follow a grammar:
///
/// ```
/// task    =  Spawned  ( Woken PollStarted PollEnded(PENDING) )*
///                     ( Woken PollStarted PollEnded(READY | THREW)  |  Woken* Cancelled )
/// worker  =  ( WorkerStarted
///                ( PollStarted PollEnded | Stole | Parked Unparked )*
///              WorkerStopped )*
/// ```
///
/// - A wake is told if it changes something; those that find the task woken already are not. So
///   each poll has exactly one wake that led to it, and the n-th wake of a task leads to its n-th
///   poll.
/// - A task may be woken while it is polled: then `Woken` stands between `PollStarted` and
///   `PollEnded`. If another thread rings just then, it may tell so a little early or late: before
///   that `PollStarted`, or after that `PollEnded`, even after the next `PollStarted`.
/// - What is woken to be cancelled may be woken once more, by its own future as it is cancelled.
/// - What happens on [#NO_WORKER] happens on any number of threads at once.
public sealed interface Event {

  /// The row of what did not happen on a worker, but on a foreign thread.
  int NO_WORKER = -1;

  /// When it happened: nanoseconds of the runtime's clock since the runtime was built.
  long nanos();

  /// On which worker, or [#NO_WORKER].
  int worker();

  /// A task was given to the runtime.
  ///
  /// @param by the task of this runtime that spawned it, if one did
  record Spawned(long nanos, TaskId task, Optional<TaskId> by, int worker) implements Event {}

  /// A task was woken, and is or will be handed over to the scheduler.
  ///
  /// @param worker where the bell was rung
  record Woken(long nanos, TaskId task, Cause cause, int worker) implements Event {}

  /// A worker begins to poll a task.
  record PollStarted(long nanos, TaskId task, int worker) implements Event {}

  /// A worker has polled a task.
  record PollEnded(long nanos, TaskId task, int worker, PollResult result) implements Event {}

  /// A task ended without a value, because it was aborted or its runtime closed.
  record Cancelled(long nanos, TaskId task, int worker) implements Event {}

  /// A thread began to serve as this worker.
  record WorkerStarted(long nanos, int worker, String thread) implements Event {}

  /// The thread serves no more.
  record WorkerStopped(long nanos, int worker) implements Event {}

  /// A worker found nothing to do and goes to sleep.
  record Parked(long nanos, int worker) implements Event {}

  /// A worker is back from sleep.
  record Unparked(long nanos, int worker) implements Event {}

  /// A worker took tasks out of another worker's queue.
  ///
  /// @param worker the thief
  record Stole(long nanos, int worker, int tasks, int victim) implements Event {}

  /// How a poll ended.
  enum PollResult {
    /// Not done: the future has kept the waker.
    PENDING,
    /// Done, with a value.
    READY,
    /// Failed: the future threw.
    THREW
  }

  /// Who rang.
  sealed interface Cause {
    /// Being spawned counts as the first wake.
    record Spawn() implements Cause {}

    /// A task of this runtime rang, while it was polled or as it ended: another one, or the task
    /// itself.
    record Task(TaskId by) implements Cause {}

    /// A timer whose time had come.
    record Timer() implements Cause {}

    /// Somebody asked the task to end.
    record Abort() implements Cause {}

    /// A blocking call or a computation, at its end or before.
    record BlockingCall(String thread) implements Cause {}

    /// A thread that was not polling a task of this runtime at that time.
    record ForeignThread(String name) implements Cause {}
  }
}
