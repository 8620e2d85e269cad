package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.Optional;

/// Events and causes in a few words, for messages and pictures.
final class EventWords {
  private EventWords() {}

  static String of(Event event) {
    String worker = place(event.worker());
    return switch (event) {
      case Event.Spawned e -> e.task() + " spawned" + by(e.by()) + worker;
      case Event.Woken e -> e.task() + " woken by " + of(e.cause()) + worker;
      case Event.PollStarted e -> "a poll of " + e.task() + " beginning" + worker;
      case Event.PollEnded e ->
          "a poll of %s ending (%s)%s".formatted(e.task(), of(e.result()), worker);
      case Event.Cancelled e -> e.task() + " cancelled" + worker;
      case Event.WorkerStarted e ->
          "worker %d starting as thread '%s'".formatted(e.worker(), e.thread());
      case Event.WorkerStopped e -> "worker " + e.worker() + " stopping";
      case Event.Parked e -> "worker " + e.worker() + " parking";
      case Event.Unparked e -> "worker " + e.worker() + " getting up";
      case Event.Stole e ->
          "worker %d stealing %d from worker %d".formatted(e.worker(), e.tasks(), e.victim());
    };
  }

  /// What happened to a task or a worker, without saying to which.
  static String shortly(Event event) {
    return switch (event) {
      case Event.Spawned _ -> "spawned";
      case Event.Woken e -> shortly(e.task(), e.cause());
      case Event.PollStarted e ->
          e.worker() == Event.NO_WORKER ? "polled" : "polled by worker " + e.worker();
      case Event.PollEnded e -> of(e.result());
      case Event.Cancelled _ -> "cancelled";
      case Event.WorkerStarted _ -> "started";
      case Event.WorkerStopped _ -> "stopped";
      case Event.Parked _ -> "parked";
      case Event.Unparked _ -> "unparked";
      case Event.Stole e -> "stole " + e.tasks() + " from worker " + e.victim();
    };
  }

  private static String shortly(TaskId task, Cause cause) {
    return switch (cause) {
      case Cause.Spawn() -> "woken by being spawned";
      case Cause.Task(TaskId by) when by.equals(task) -> "woken by itself";
      case Cause.Task(TaskId by) -> "woken by " + (by.name().isEmpty() ? by.toString() : by.name());
      case Cause.Timer() -> "woken by a timer";
      case Cause.Abort() -> "told to end";
      case Cause.BlockingCall _ -> "woken by a blocking call";
      case Cause.ForeignThread(String name) -> "woken by thread " + name;
    };
  }

  static String of(Cause cause) {
    return switch (cause) {
      case Cause.Spawn() -> "being spawned";
      case Cause.Task(TaskId by) -> by.toString();
      case Cause.Timer() -> "a timer";
      case Cause.Abort() -> "an abort";
      case Cause.BlockingCall(String thread) -> "a blocking call on thread '" + thread + "'";
      case Cause.ForeignThread(String name) -> "thread '" + name + "'";
    };
  }

  static String of(PollResult result) {
    return switch (result) {
      case PENDING -> "pending";
      case READY -> "ready";
      case THREW -> "threw";
    };
  }

  private static String by(Optional<TaskId> spawner) {
    return spawner.map(task -> " by " + task).orElse("");
  }

  private static String place(int worker) {
    return worker == Event.NO_WORKER ? "" : " on worker " + worker;
  }
}
