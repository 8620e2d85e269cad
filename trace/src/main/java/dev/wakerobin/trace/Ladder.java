package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import java.util.ArrayList;
import java.util.List;

/// A picture of a few tasks for reading line by line: time goes down, each task has a lane, each
/// event a line.
///
/// ```
///      ms  main                  work
///   0.000  spawned
///   0.110  ┌ polled by worker 0
///   0.155  │                     spawned
///   0.171  └ pending
///   0.190                        ┌ polled by worker 0
/// ```
///
/// Times are milliseconds since the first line; a long pause is drawn as a gap.
///
/// @param tasks from left to right; what happens to others is left out
/// @param columns how long a line may be; at least 40
public record Ladder(Trace trace, List<TaskId> tasks, int columns) {
  private static final int FEWEST_COLUMNS = 40;
  private static final int CLOCK = 8;
  private static final String GAP = "  ";
  private static final long LONG_PAUSE_NANOS = 10_000_000;

  /// Refuses pictures that are too narrow.
  public Ladder {
    tasks = List.copyOf(tasks);
    if (columns < FEWEST_COLUMNS) {
      throw new IllegalArgumentException(
          "a picture needs at least " + FEWEST_COLUMNS + " columns, and this is " + columns);
    }
  }

  /// Of the tasks with these names, in this order; in 80 columns. Names that no task has are left
  /// out.
  public static Ladder of(Trace trace, String... names) {
    List<TaskId> tasks = new ArrayList<>();
    for (String name : names) {
      for (TaskId task : trace.tasks()) {
        if (task.name().equals(name)) {
          tasks.add(task);
        }
      }
    }
    return new Ladder(trace, tasks, 80);
  }

  /// The same in so many columns.
  public Ladder columns(int number) {
    return new Ladder(trace, tasks, number);
  }

  /// Draws it. Every line ends with a line feed.
  public String draw() {
    StringBuilder text = new StringBuilder();
    List<Lane> lanes = new ArrayList<>();
    for (TaskId task : tasks) {
      lanes.add(new Lane(task, (columns - CLOCK - GAP.length()) / tasks.size()));
    }
    line(text, "ms", lanes.stream().map(Lane::head).toList());
    long start = 0;
    long last = 0;
    boolean first = true;
    for (Event event : trace.events()) {
      if (isDrawn(event)) {
        start = first ? event.nanos() : start;
        if (!first && event.nanos() - last >= LONG_PAUSE_NANOS) {
          line(text, "⋮", List.of());
        }
        first = false;
        last = event.nanos();
        line(text, millis(last - start), lanes.stream().map(lane -> lane.draw(event)).toList());
      }
    }
    return text.toString();
  }

  /// That a task is woken by being spawned goes without saying.
  private boolean isDrawn(Event event) {
    boolean bySpawn = event instanceof Event.Woken woken && woken.cause() instanceof Cause.Spawn;
    return !bySpawn && Names.subject(event).filter(tasks::contains).isPresent();
  }

  private static void line(StringBuilder text, String clock, List<String> cells) {
    StringBuilder line = new StringBuilder(" ".repeat(Math.max(0, CLOCK - clock.length())));
    line.append(clock).append(GAP);
    cells.forEach(line::append);
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /// With three decimals, rounded.
  private static String millis(long nanos) {
    long micros = Math.round(nanos / 1_000.0);
    String sign = micros < 0 ? "-" : "";
    String rest = Long.toString(1_000 + Math.abs(micros % 1_000));
    return sign + Numbers.grouped(Math.abs(micros / 1_000)) + "." + rest.substring(1);
  }

  /// The column of one task.
  private static final class Lane {
    private final TaskId task;
    private final int width;
    private boolean polled;

    Lane(TaskId task, int width) {
      this.task = task;
      this.width = width;
    }

    String head() {
      return cell(task.name().isEmpty() ? task.toString() : task.name());
    }

    String draw(Event event) {
      if (Names.subject(event).filter(task::equals).isEmpty()) {
        return cell(polled ? "│" : "");
      }
      String edge =
          switch (event) {
            case Event.PollStarted _ -> "┌ ";
            case Event.PollEnded _ -> "└ ";
            case Event.Spawned _,
                Event.Woken _,
                Event.Cancelled _,
                Event.WorkerStarted _,
                Event.WorkerStopped _,
                Event.Parked _,
                Event.Unparked _,
                Event.Stole _ ->
                polled ? "│ " : "";
          };
      polled =
          event instanceof Event.PollStarted || (polled && !(event instanceof Event.PollEnded));
      return cell(edge + EventWords.shortly(event));
    }

    private String cell(String text) {
      String fitting = text.length() < width ? text : text.substring(0, Math.max(0, width - 1));
      return fitting + " ".repeat(width - fitting.length());
    }
  }
}
