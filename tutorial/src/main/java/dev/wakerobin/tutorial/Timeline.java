package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Instrument;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// The picture of a run. Time goes down, each task has a lane, each event a line:
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
/// It is an [Instrument]: give it to the runtime, run the program, then draw.
public final class Timeline implements Instrument {
  private static final int CLOCK_WIDTH = 10;
  private static final long LONG_PAUSE_NANOS = 10_000_000;

  private final Queue<Event> events = new ConcurrentLinkedQueue<>();

  @Override
  public void on(Event event) {
    events.add(event);
  }

  /// Draws the tasks that were spawned with these names, from left to right.
  public void draw(PrintStream out, String... names) {
    List<Lane> lanes = new ArrayList<>();
    for (String name : names) {
      lanes.add(new Lane(name, (Page.WIDTH - CLOCK_WIDTH) / names.length));
    }
    List<Mark> marks = marksOf(List.of(names));
    drawLine(out, "ms", lanes, lane -> lane.fitting(lane.name));
    long start = marks.isEmpty() ? 0 : marks.getFirst().nanos();
    long last = start;
    for (Mark mark : marks) {
      if (mark.nanos() - last >= LONG_PAUSE_NANOS) {
        drawLine(out, "⋮", lanes, _ -> "");
      }
      last = mark.nanos();
      drawLine(out, Figures.micros(last - start), lanes, lane -> lane.draw(mark));
    }
  }

  private List<Mark> marksOf(List<String> names) {
    List<Mark> marks = new ArrayList<>();
    for (Event event : events) {
      Mark.of(event).filter(mark -> names.contains(mark.task().name())).ifPresent(marks::add);
    }
    // Threads tell at the same time, so what was told first did not always happen first.
    marks.sort(Comparator.comparingLong(Mark::nanos));
    return marks;
  }

  private static void drawLine(
      PrintStream out, String clock, List<Lane> lanes, Function<Lane, String> text) {
    StringBuilder line = new StringBuilder();
    line.append(Figures.right(clock, CLOCK_WIDTH - 2)).append("  ");
    for (Lane lane : lanes) {
      line.append(Figures.left(text.apply(lane), lane.width));
    }
    out.println(line.toString().stripTrailing());
  }

  /// The column of one task.
  private static final class Lane {
    private final String name;
    private final int width;
    private boolean polled;

    Lane(String name, int width) {
      this.name = name;
      this.width = width;
    }

    String draw(Mark mark) {
      if (!mark.task().name().equals(name)) {
        return polled ? "│" : "";
      }
      return switch (mark.kind()) {
        case POLL_BEGINS -> {
          polled = true;
          yield fitting("┌ " + mark.words());
        }
        case POLL_ENDS -> {
          polled = false;
          yield fitting("└ " + mark.words());
        }
        case OTHER -> fitting((polled ? "│ " : "") + mark.words());
      };
    }

    String fitting(String text) {
      return text.length() < width ? text : text.substring(0, width - 1);
    }
  }
}
