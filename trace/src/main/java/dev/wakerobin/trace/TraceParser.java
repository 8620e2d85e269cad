package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the text of a [TraceFile], and complains at the first place where it is damaged.
final class TraceParser {
  private final List<String> lines;
  private final boolean endsWithLine;
  private final int above; // How many lines of the file stand above the first one.
  private int next; // The index of the line to be read next.
  private int firstEventLine;
  private long dropped;

  /// @param above how many lines of the file stand above this text
  TraceParser(String text, int above) {
    this.above = above;
    this.lines = text.lines().toList();
    this.endsWithLine = text.endsWith("\n");
  }

  Trace trace() throws TraceFormatException {
    readVersion();
    dropped = readCount("dropped");
    Map<Long, TaskId> tasks = readTasks();
    long count = readCount("events");
    firstEventLine = above + next + 1;
    List<Event> events = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      String expected = "event %d of %d".formatted(i + 1, count);
      events.add(readEvent(nextLine(expected), dropped + i, tasks));
    }
    if (next < lines.size()) {
      throw new TraceFormatException(
          above + next + 1,
          1,
          "the end of the file behind its %d events".formatted(count),
          "a line more");
    }
    return Trace.of(dropped, events);
  }

  /// In which line, from 1, the event with that tick is.
  int lineOf(long tick) {
    return firstEventLine + (int) (tick - dropped);
  }

  private void readVersion() throws TraceFormatException {
    Line line = nextLine("'" + TraceFile.MAGIC + "', as every trace begins");
    line.skip(TraceFile.MAGIC);
    long version = line.number("the version of the format");
    line.end();
    if (version != TraceFile.VERSION) {
      throw new TraceFormatException(
          above + 1,
          TraceFile.MAGIC.length() + 2,
          "version %d of the format".formatted(TraceFile.VERSION),
          "version %d: read it with the release that wrote it".formatted(version));
    }
  }

  private long readCount(String name) throws TraceFormatException {
    Line line = nextLine("'" + name + "' and how many");
    long count = line.skip(name).number("how many");
    line.end();
    if (count < 0) {
      throw new TraceFormatException(above + next, name.length() + 2, "zero or more", "" + count);
    }
    return count;
  }

  private Map<Long, TaskId> readTasks() throws TraceFormatException {
    long count = readCount("tasks");
    Map<Long, TaskId> tasks = new HashMap<>();
    for (long i = 0; i < count; i++) {
      Line line = nextLine("task %d of %d".formatted(i + 1, count));
      long number = line.skip("task").number("the number of a task");
      String name = line.quoted();
      line.end();
      if (number < 1 || tasks.put(number, new TaskId(Math.max(1, number), name)) != null) {
        throw new TraceFormatException(
            above + next,
            "task ".length() + 1,
            "a number from 1 that no other task has",
            "" + number);
      }
    }
    return tasks;
  }

  private Event readEvent(Line line, long tick, Map<Long, TaskId> tasks)
      throws TraceFormatException {
    line.skip(Long.toString(tick));
    Event event = EventLine.read(line, tasks);
    line.end();
    return event;
  }

  private Line nextLine(String expected) throws TraceFormatException {
    if (next == lines.size()) {
      throw new TraceFormatException(above + next + 1, 1, expected, "the end of the file");
    }
    String text = lines.get(next++);
    if (next == lines.size() && !endsWithLine) {
      throw new TraceFormatException(
          above + next, text.length() + 1, "the end of the line", "the end of the file");
    }
    return new Line(above + next, text);
  }
}
