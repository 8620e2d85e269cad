package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Traces as text files, one event a line, so that two of them can be compared with `diff`:
///
/// ```
/// wakerobin-trace 1
/// dropped 0
/// tasks 1
/// task 1 "main"
/// events 5
/// 0 0 worker-started worker=0 thread="main"
/// 1 1200 spawned worker=- task=1 by=-
/// 2 1250 woken worker=- task=1 cause=spawn
/// 3 2100 poll-started worker=0 task=1
/// 4 2930 poll-ended worker=0 task=1 result=ready
/// ```
///
/// Each event begins with its tick and its nanoseconds; `-` stands for none. The first number of
/// the file is the version of the format. The counts, and the line end that every line has, let a
/// reader see that the end of a file is missing, wherever it was cut. The text is UTF-8.
public final class TraceFile {
  static final String MAGIC = "wakerobin-trace";
  static final int VERSION = 1;

  private TraceFile() {}

  /// Writes the trace to that file, in place of what is there.
  public static void write(Path file, Trace trace) throws IOException {
    Files.writeString(file, text(trace));
  }

  /// The trace as text.
  public static String text(Trace trace) {
    StringBuilder text = new StringBuilder();
    text.append(MAGIC).append(' ').append(VERSION).append('\n');
    text.append("dropped ").append(trace.dropped()).append('\n');
    List<TaskId> tasks = trace.tasks();
    text.append("tasks ").append(tasks.size()).append('\n');
    for (TaskId task : tasks) {
      text.append("task ").append(task.number()).append(' ').append(Quotes.quote(task.name()));
      text.append('\n');
    }
    text.append("events ").append(trace.size()).append('\n');
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      text.append(tick).append(' ').append(EventLine.of(trace.at(tick))).append('\n');
    }
    return text.toString();
  }

  /// Reads a trace, and checks that it keeps the grammar of events. The file may also be a page, a
  /// picture or a JSON file that carries one: see [TraceFormat].
  ///
  /// @throws TraceFormatException if it is damaged, or breaks the grammar
  /// @throws IOException if the file cannot be read
  public static Trace read(Path file) throws IOException {
    return checked(parserOf(decode(file)));
  }

  /// Reads a trace that may break the grammar, such as that of a broken scheduler.
  ///
  /// @throws TraceFormatException if it is damaged
  /// @throws IOException if the file cannot be read
  public static Trace readUnchecked(Path file) throws IOException {
    return parserOf(decode(file)).trace();
  }

  /// The trace of which this is the text; it keeps the grammar.
  ///
  /// @throws TraceFormatException if it is damaged, or breaks the grammar
  public static Trace parse(String text) throws TraceFormatException {
    return checked(new TraceParser(text, 0));
  }

  private static TraceParser parserOf(String file) throws TraceFormatException {
    Optional<Carried> carried = Carried.in(file);
    return carried.isPresent()
        ? new TraceParser(carried.get().text(), carried.get().lines())
        : new TraceParser(file, 0);
  }

  private static Trace checked(TraceParser parser) throws TraceFormatException {
    Trace trace = parser.trace();
    List<Fault> faults = trace.faults();
    if (!faults.isEmpty()) {
      Fault first = faults.getFirst();
      throw new TraceFormatException(
          parser.lineOf(first.tick()), 1, "this breaks the grammar of events: " + first);
    }
    return trace;
  }

  /// The trace of which this is the text; it may break the grammar.
  ///
  /// @throws TraceFormatException if it is damaged
  public static Trace parseUnchecked(String text) throws TraceFormatException {
    return new TraceParser(text, 0).trace();
  }

  /// Bytes that are no UTF-8 become the replacement character, which then is what was found.
  private static String decode(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
