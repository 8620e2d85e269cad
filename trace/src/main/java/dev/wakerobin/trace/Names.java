package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The tasks and workers that events mention.
record Names(List<TaskId> tasks, List<Integer> workers) {

  /// @throws IllegalArgumentException if a task has two names, or a worker no possible number
  static Names in(List<Event> events) {
    SortedMap<Long, TaskId> tasks = new TreeMap<>();
    SortedSet<Integer> workers = new TreeSet<>();
    for (Event event : events) {
      mentioned(event).forEach(task -> enter(task, tasks));
      workers.add(checked(event.worker()));
      if (event instanceof Event.Stole stole) {
        workers.add(checked(stole.victim()));
      }
    }
    workers.remove(Event.NO_WORKER);
    return new Names(List.copyOf(tasks.values()), List.copyOf(new ArrayList<>(workers)));
  }

  private static void enter(TaskId task, SortedMap<Long, TaskId> tasks) {
    TaskId before = tasks.putIfAbsent(task.number(), task);
    if (before != null && !before.equals(task)) {
      throw new IllegalArgumentException(
          "task %d has two names, '%s' and '%s': are these the events of one runtime?"
              .formatted(task.number(), before.name(), task.name()));
    }
  }

  private static int checked(int worker) {
    if (worker < Event.NO_WORKER) {
      throw new IllegalArgumentException(
          "workers count from 0, with %d for none, and this is %d"
              .formatted(Event.NO_WORKER, worker));
    }
    return worker;
  }

  private static Stream<TaskId> mentioned(Event event) {
    return switch (event) {
      case Event.Woken(_, TaskId task, Cause.Task(TaskId by), _) -> Stream.of(task, by);
      case Event.Spawned spawned -> Stream.concat(Stream.of(spawned.task()), spawned.by().stream());
      case Event.Woken _,
          Event.PollStarted _,
          Event.PollEnded _,
          Event.Cancelled _,
          Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ ->
          subject(event).stream();
    };
  }

  /// The task that the event happened to, if it happened to one.
  static Optional<TaskId> subject(Event event) {
    return switch (event) {
      case Event.Spawned e -> Optional.of(e.task());
      case Event.Woken e -> Optional.of(e.task());
      case Event.PollStarted e -> Optional.of(e.task());
      case Event.PollEnded e -> Optional.of(e.task());
      case Event.Cancelled e -> Optional.of(e.task());
      case Event.WorkerStarted _,
          Event.WorkerStopped _,
          Event.Parked _,
          Event.Unparked _,
          Event.Stole _ ->
          Optional.empty();
    };
  }
}
