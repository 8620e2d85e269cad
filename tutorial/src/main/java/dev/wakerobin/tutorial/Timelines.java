package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Gantt;
import dev.wakerobin.trace.Trace;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Runs of one program, to be compared: a table of figures, and below it the rows of all workers.
///
/// Along time they are drawn at one scale: what is shorter was over sooner. Along ticks, for
/// programs in which time stands still, each has its own.
public final class Timelines {
  private static final String TICKS = " ticks";

  private static final String ELSEWHERE = "elsewhere"; // The row of no worker.

  private final Axis axis;
  private final List<String> names = new ArrayList<>();
  private final List<Trace> traces = new ArrayList<>();

  /// None so far, along that axis.
  public Timelines(Axis axis) {
    this.axis = axis;
  }

  /// The same, and that run.
  public Timelines add(String name, Trace trace) {
    names.add(name);
    traces.add(trace);
    return this;
  }

  /// The table: how long it took, how often a bell was rung that changed something, how often one
  /// worker took tasks from another one, and the longest time from a bell to its poll. A very long
  /// run is recorded without its beginning; then the figures are those of the rest.
  public void printFigures(PrintStream out) {
    out.println(Figures.row("", "ms", "wakes", "steals", "waited"));
    for (int i = 0; i < names.size(); i++) {
      dev.wakerobin.trace.Figures figures = traces.get(i).figures();
      out.println(
          Figures.row(
              names.get(i),
              Figures.millis(length(traces.get(i))),
              Figures.grouped(traces.get(i).wakes().size()),
              Figures.grouped(figures.steals().value()),
              Figures.millis(figures.longestWait().value())));
    }
    for (int i = 0; i < names.size(); i++) {
      if (traces.get(i).dropped() > 0) {
        String events = Figures.grouped(traces.get(i).dropped()) + " events";
        out.println(names.get(i) + ": without the first " + events);
      }
    }
  }

  /// From the first event to the end of the last poll.
  public static long length(Trace trace) {
    long end = 0;
    for (Event event : trace.events()) {
      end = event instanceof Event.PollEnded ? Math.max(end, event.nanos()) : end;
    }
    return trace.size() == 0 ? 0 : Math.max(0, end - trace.events().getFirst().nanos());
  }

  /// The rows of all workers, one run below the other, and what the signs mean.
  public void draw(PrintStream out) {
    boolean timed = axis == Axis.NANOS;
    long longest = traces.stream().mapToLong(Timelines::length).max().orElse(0);
    Set<String> legend = new LinkedHashSet<>();
    for (int i = 0; i < names.size(); i++) {
      Trace trace = timed ? upTo(longest, traces.get(i)) : traces.get(i);
      Gantt bars = Gantt.of(trace).along(axis).with(Gantt.Rows.WORKERS).columns(Page.WIDTH);
      List<String> lines = bars.draw().lines().toList();
      if (i == 0 || !timed) {
        out.println(timed ? lines.getFirst() : inTicks(lines.getFirst()));
      }
      out.println(names.get(i));
      for (String line : lines.subList(1, lines.size())) {
        if (line.startsWith("worker ") || line.startsWith(ELSEWHERE)) {
          printRow(out, line);
        } else {
          legend.addAll(List.of(line.split("   ", -1)));
        }
      }
    }
    legend.removeIf(words -> words.startsWith("above: ticks") || words.endsWith("were dropped"));
    printLegend(out, legend);
  }

  /// The marks with their unit; without the last one if the unit would not fit.
  private static String inTicks(String marks) {
    String shown = marks + TICKS;
    return shown.length() <= Page.WIDTH ? shown : marks.replaceFirst("\\s+\\S+$", "") + TICKS;
  }

  private static void printLegend(PrintStream out, Set<String> legend) {
    String line = "";
    for (String words : legend) {
      String longer = line.isEmpty() ? words : line + "   " + words;
      if (longer.length() > Page.WIDTH) {
        out.println(line);
        line = words;
      } else {
        line = longer;
      }
    }
    out.println(line);
  }

  private static void printRow(PrintStream out, String line) {
    if (!line.equals(ELSEWHERE)) { // Only from where the main task was handed over.
      out.println(line);
    }
  }

  /// The same trace, ending that long after its beginning: an event is added that draws nothing.
  private static Trace upTo(long length, Trace trace) {
    long first = trace.events().getFirst().nanos();
    List<Event> events = new ArrayList<>(trace.events());
    events.removeIf(event -> event.nanos() > first + length);
    events.add(new Event.WorkerStopped(first + length, 0));
    return Trace.of(trace.dropped(), events);
  }
}
