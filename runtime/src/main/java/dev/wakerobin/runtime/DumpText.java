package dev.wakerobin.runtime;

import dev.wakerobin.runtime.TaskDump.Call;
import dev.wakerobin.runtime.TaskDump.State;
import dev.wakerobin.runtime.TaskDump.Task;
import dev.wakerobin.runtime.TaskDump.Worker;
import dev.wakerobin.spi.Suspended.Stop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A dump as text for people.
///
/// ```
/// AsyncRuntime(basic) at 1.5 s: 2 tasks
/// tasks
///   task 1 has waited 1.5 s, is 1.5 s old, was polled 1 time, each time for at most …
///     it waits for task 2 'load', at App.main (App.java:9)
///   task 2 'load' …
/// threads
///   main polls nothing (it is waiting)
/// timers: none waits
/// ```
final class DumpText {
  private final TaskDump dump;
  private final List<String> lines = new ArrayList<>();

  private DumpText(TaskDump dump) {
    this.dump = dump;
  }

  static String of(TaskDump dump) {
    DumpText text = new DumpText(dump);
    text.write();
    return String.join("\n", text.lines);
  }

  private void write() {
    int count = dump.tasks().size();
    lines.add(
        "AsyncRuntime(%s%s) at %s: %s"
            .formatted(
                dump.scheduler(),
                dump.closed() ? ", closed" : "",
                Spans.text(dump.at()),
                count(count, "task")));
    section("what stands out", dump.notes());
    if (count > 0) {
      lines.add("tasks");
    }
    dump.tasks().stream().limit(TaskDump.MOST_TASKS).forEach(this::write);
    writeTheRest();
    section("threads", dump.threads().stream().map(DumpText::words).toList());
    section("blocking calls", dump.calls().stream().map(DumpText::words).toList());
    if (dump.waitingCalls() > 0) {
      lines.add("  and %s for a thread".formatted(wait(dump.waitingCalls())));
    }
    lines.add(
        dump.nextTimer()
            .map(
                next ->
                    "timers: %s, the first is due in %s"
                        .formatted(wait(dump.timers()), Spans.text(next)))
            .orElse("timers: none waits"));
  }

  private void section(String title, List<String> entries) {
    if (!entries.isEmpty()) {
      lines.add(title);
      entries.forEach(each -> lines.add("  " + each));
    }
  }

  private void write(Task task) {
    lines.add("  %s %s".formatted(task.task(), String.join(", ", facts(task))));
    task.awaits().forEach(each -> lines.add("    " + each));
    task.holds().forEach(each -> lines.add("    " + each));
    task.stops().forEach(each -> lines.addAll(lines(each)));
  }

  /// A place where an async function waits, and its variables.
  static List<String> lines(Stop stop) {
    List<String> lines = new ArrayList<>();
    lines.add("    at " + stop.place());
    stop.variables().forEach(each -> lines.add("      " + each));
    return lines;
  }

  private static List<String> facts(Task task) {
    List<String> facts = new ArrayList<>();
    facts.add(state(task));
    if (task.aborted()) {
      facts.add("was asked to end");
    }
    task.age().ifPresent(age -> facts.add("is " + Spans.text(age) + " old"));
    task.polls().ifPresent(polls -> facts.add("was polled " + count(polls, "time")));
    task.longestPoll()
        .filter(_ -> task.state() != State.POLLED || task.polls().orElse(0) > 1)
        .filter(_ -> task.polls().orElse(0) > 0)
        .ifPresent(most -> facts.add("each time for at most " + Spans.text(most)));
    String by = task.spawner().map(spawner -> " by " + spawner).orElse("");
    String at = task.spawnedAt().map(where -> " at " + where).orElse("");
    if (!by.isEmpty() || !at.isEmpty()) {
      facts.add("was spawned" + by + at);
    }
    return facts;
  }

  private static String state(Task task) {
    String words = task.state().words();
    return task.lasts()
        .map(
            span ->
                (task.state() == State.WAITING ? "has waited " : words + " for ")
                    + Spans.text(span))
        .orElse(words);
  }

  /// The tasks that are too many to be shown.
  private void writeTheRest() {
    Map<State, Integer> rest = new EnumMap<>(State.class);
    dump.tasks().stream()
        .skip(TaskDump.MOST_TASKS)
        .forEach(each -> rest.merge(each.state(), 1, Integer::sum));
    rest.forEach(
        (state, many) ->
            lines.add("  and %d more, each of which %s".formatted(many, state.words())));
  }

  private static String words(Worker worker) {
    return worker.thread()
        + worker
            .polls()
            .map(task -> " polls " + task + place(worker))
            .orElse(" polls nothing (it is %s)".formatted(words(worker.state())));
  }

  private static String place(Worker worker) {
    return worker.where().map(where -> ", at " + where).orElse("")
        + " (it is %s)".formatted(words(worker.state()));
  }

  private static String words(Thread.State state) {
    return switch (state) {
      case NEW, RUNNABLE -> "running";
      case BLOCKED -> "waiting to enter a synchronized block that another thread is in";
      case WAITING, TIMED_WAITING -> "waiting";
      case TERMINATED -> "ended";
    };
  }

  private static String words(Call call) {
    return call.thread() + call.where().map(where -> ", at " + where).orElse("");
  }

  private static String wait(int many) {
    return many == 1 ? "1 waits" : many + " wait";
  }

  private static String count(long many, String what) {
    return many + " " + what + (many == 1 ? "" : "s");
  }
}
