package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.TaskDump.Call;
import dev.wakerobin.runtime.TaskDump.Task;
import dev.wakerobin.runtime.TaskDump.Worker;
import dev.wakerobin.spi.Suspended.Stop;
import java.time.Duration;
import java.util.List;

/// A dump as JSON (RFC 8259), on one line.
final class DumpJson {
  private DumpJson() {}

  static String of(TaskDump dump) {
    JsonObject json =
        new JsonObject()
            .text("scheduler", dump.scheduler())
            .raw("closed", String.valueOf(dump.closed()))
            .raw("atNanos", nanos(dump.at()))
            .list("tasks", dump.tasks().stream().map(DumpJson::of).toList())
            .list("threads", dump.threads().stream().map(DumpJson::of).toList())
            .list("calls", dump.calls().stream().map(DumpJson::of).toList())
            .raw("waitingCalls", String.valueOf(dump.waitingCalls()))
            .raw("timers", String.valueOf(dump.timers()));
    dump.nextTimer().ifPresent(next -> json.raw("nextTimerNanos", nanos(next)));
    return json.list("notes", quoted(dump.notes())).end();
  }

  private static String of(Task task) {
    JsonObject json =
        new JsonObject()
            .raw("number", String.valueOf(task.task().number()))
            .text("name", task.task().name())
            .text("state", task.state().name())
            .raw("aborted", String.valueOf(task.aborted()))
            .text("future", task.future());
    task.lasts().ifPresent(lasts -> json.raw("lastsNanos", nanos(lasts)));
    task.age().ifPresent(age -> json.raw("ageNanos", nanos(age)));
    task.spawner().ifPresent(by -> json.raw("spawner", number(by)));
    task.spawnedAt().ifPresent(where -> json.text("spawnedAt", where));
    task.polls().ifPresent(polls -> json.raw("polls", String.valueOf(polls)));
    task.longestPoll().ifPresent(longest -> json.raw("longestPollNanos", nanos(longest)));
    json.list("awaits", quoted(task.awaits()))
        .list("holds", quoted(task.holds()))
        .list("trace", quoted(task.trace().stream().map(StackTraceElement::toString).toList()));
    if (task.stops().stream().anyMatch(stop -> !stop.variables().isEmpty())) {
      json.list("variables", task.stops().stream().map(DumpJson::variables).toList());
    }
    return json.end();
  }

  /// The variables of one place, as an object: names to values.
  private static String variables(Stop stop) {
    JsonObject json = new JsonObject();
    stop.variables().forEach(each -> json.text(each.name(), each.value()));
    return json.end();
  }

  private static String of(Worker worker) {
    JsonObject json = new JsonObject().text("thread", worker.thread());
    worker.polls().ifPresent(task -> json.raw("polls", number(task)));
    json.text("state", worker.state().name());
    worker.where().ifPresent(where -> json.text("where", where.toString()));
    return json.end();
  }

  private static String of(Call call) {
    JsonObject json = new JsonObject().text("thread", call.thread());
    call.where().ifPresent(where -> json.text("where", where.toString()));
    return json.end();
  }

  private static String number(TaskId task) {
    return String.valueOf(task.number());
  }

  private static String nanos(Duration duration) {
    return String.valueOf(Nanos.of(duration));
  }

  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(JsonObject::quoted).toList();
  }
}
