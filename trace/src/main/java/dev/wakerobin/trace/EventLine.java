package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One event as the words of one line, behind its tick: see [TraceFile].
final class EventLine {
  private static final String NONE = "-";
  private static final List<String> KINDS =
      List.of(
          "spawned",
          "woken",
          "poll-started",
          "poll-ended",
          "cancelled",
          "worker-started",
          "worker-stopped",
          "parked",
          "unparked",
          "stole");
  private static final List<String> CAUSES =
      List.of("spawn", "task", "timer", "abort", "blocking-call", "foreign-thread");
  private static final Map<String, PollResult> RESULTS = new HashMap<>();

  static {
    for (PollResult result : PollResult.values()) {
      RESULTS.put(EventWords.of(result), result);
    }
  }

  private EventLine() {}

  // ---- Writing

  static String of(Event event) {
    return event.nanos()
        + switch (event) {
          case Event.Spawned e -> " spawned" + worker(e) + task(e.task()) + " by=" + number(e.by());
          case Event.Woken e -> " woken" + worker(e) + task(e.task()) + " cause=" + of(e.cause());
          case Event.PollStarted e -> " poll-started" + worker(e) + task(e.task());
          case Event.PollEnded e ->
              " poll-ended" + worker(e) + task(e.task()) + " result=" + EventWords.of(e.result());
          case Event.Cancelled e -> " cancelled" + worker(e) + task(e.task());
          case Event.WorkerStarted e ->
              " worker-started" + worker(e) + " thread=" + Quotes.quote(e.thread());
          case Event.WorkerStopped e -> " worker-stopped" + worker(e);
          case Event.Parked e -> " parked" + worker(e);
          case Event.Unparked e -> " unparked" + worker(e);
          case Event.Stole e ->
              " stole" + worker(e) + " tasks=" + e.tasks() + " victim=" + e.victim();
        };
  }

  private static String of(Cause cause) {
    return switch (cause) {
      case Cause.Spawn() -> "spawn";
      case Cause.Task(TaskId by) -> "task by=" + by.number();
      case Cause.Timer() -> "timer";
      case Cause.Abort() -> "abort";
      case Cause.BlockingCall(String thread) -> "blocking-call thread=" + Quotes.quote(thread);
      case Cause.ForeignThread(String name) -> "foreign-thread thread=" + Quotes.quote(name);
    };
  }

  private static String worker(Event event) {
    return " worker=" + (event.worker() == Event.NO_WORKER ? NONE : event.worker());
  }

  private static String task(TaskId task) {
    return " task=" + task.number();
  }

  private static String number(Optional<TaskId> task) {
    return task.map(id -> Long.toString(id.number())).orElse(NONE);
  }

  // ---- Reading

  /// Reads the rest of a line.
  static Event read(Line line, Map<Long, TaskId> tasks) throws TraceFormatException {
    long nanos = line.number("the time in nanoseconds");
    String kind = line.oneOf(KINDS);
    int worker = line.skip("worker=").tryWord(NONE) ? Event.NO_WORKER : line.count("a worker");
    return switch (kind) {
      case "spawned" -> {
        TaskId task = readTask(line.skip("task="), tasks);
        yield new Event.Spawned(nanos, task, readTaskOrNone(line.skip("by="), tasks), worker);
      }
      case "woken" -> {
        TaskId task = readTask(line.skip("task="), tasks);
        yield new Event.Woken(nanos, task, readCause(line.skip("cause="), tasks), worker);
      }
      case "poll-started" ->
          new Event.PollStarted(nanos, readTask(line.skip("task="), tasks), worker);
      case "poll-ended" -> {
        TaskId task = readTask(line.skip("task="), tasks);
        yield new Event.PollEnded(nanos, task, worker, line.skip("result=").oneOf(RESULTS));
      }
      case "cancelled" -> new Event.Cancelled(nanos, readTask(line.skip("task="), tasks), worker);
      case "worker-started" ->
          new Event.WorkerStarted(nanos, worker, line.skip("thread=").quoted());
      case "worker-stopped" -> new Event.WorkerStopped(nanos, worker);
      case "parked" -> new Event.Parked(nanos, worker);
      case "unparked" -> new Event.Unparked(nanos, worker);
      case "stole" -> {
        int stolen = line.skip("tasks=").count("how many tasks");
        yield new Event.Stole(nanos, worker, stolen, line.skip("victim=").count("a worker"));
      }
      default -> throw new AssertionError(kind);
    };
  }

  private static Cause readCause(Line line, Map<Long, TaskId> tasks) throws TraceFormatException {
    return switch (line.oneOf(CAUSES)) {
      case "spawn" -> new Cause.Spawn();
      case "task" -> new Cause.Task(readTask(line.skip("by="), tasks));
      case "timer" -> new Cause.Timer();
      case "abort" -> new Cause.Abort();
      case "blocking-call" -> new Cause.BlockingCall(line.skip("thread=").quoted());
      case "foreign-thread" -> new Cause.ForeignThread(line.skip("thread=").quoted());
      case String other -> throw new AssertionError(other);
    };
  }

  private static TaskId readTask(Line line, Map<Long, TaskId> tasks) throws TraceFormatException {
    return line.entry("the number of a task listed above", tasks);
  }

  private static Optional<TaskId> readTaskOrNone(Line line, Map<Long, TaskId> tasks)
      throws TraceFormatException {
    return line.tryWord(NONE) ? Optional.empty() : Optional.of(readTask(line, tasks));
  }
}
