package dev.wakerobin.tutorial;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import java.util.Optional;

/// An event of a task as a [Timeline] draws it.
///
/// @param kind whether a poll begins or ends with it
/// @param words what is written there
record Mark(long nanos, TaskId task, Kind kind, String words) {

  enum Kind {
    POLL_BEGINS,
    POLL_ENDS,
    OTHER
  }

  /// The mark for that event; none if it is not one of a task, or says nothing new.
  static Optional<Mark> of(Event event) {
    return switch (event) {
      case Event.Spawned e -> other(e.nanos(), e.task(), "spawned");
      case Event.Woken(long nanos, TaskId task, Cause cause, _) ->
          cause instanceof Cause.Spawn // Every task begins like that.
              ? Optional.empty()
              : other(nanos, task, woken(task, cause));
      case Event.PollStarted e ->
          Optional.of(new Mark(e.nanos(), e.task(), Kind.POLL_BEGINS, polled(e.worker())));
      case Event.PollEnded e ->
          Optional.of(new Mark(e.nanos(), e.task(), Kind.POLL_ENDS, answer(e.result())));
      case Event.Cancelled e -> other(e.nanos(), e.task(), "cancelled");
      case Event.WorkerStarted _, Event.WorkerStopped _ -> Optional.empty();
      case Event.Parked _, Event.Unparked _, Event.Stole _ -> Optional.empty();
    };
  }

  private static Optional<Mark> other(long nanos, TaskId task, String words) {
    return Optional.of(new Mark(nanos, task, Kind.OTHER, words));
  }

  private static String woken(TaskId task, Cause cause) {
    return switch (cause) {
      case Cause.Spawn() -> "woken by being spawned";
      case Cause.Task(TaskId by) -> by.equals(task) ? "woken by itself" : "woken by " + nameOf(by);
      case Cause.Timer() -> "woken by a timer";
      case Cause.Abort() -> "told to end";
      case Cause.BlockingCall _ -> "woken by a blocking call";
      case Cause.ForeignThread(String name) -> "woken by thread " + name;
    };
  }

  private static String nameOf(TaskId task) {
    return task.name().isEmpty() ? task.toString() : task.name();
  }

  private static String polled(int worker) {
    return worker == Event.NO_WORKER ? "polled" : "polled by worker " + worker;
  }

  private static String answer(Event.PollResult result) {
    return switch (result) {
      case PENDING -> "pending";
      case READY -> "ready";
      case THREW -> "threw";
    };
  }
}
