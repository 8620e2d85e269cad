package dev.wakerobin.tutorial.chapter10;

import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.Axis;
import dev.wakerobin.trace.Gantt;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// ## How deep a queue is, and when
///
/// Whoever puts something in or takes something out says how much is in there then. It can be drawn
/// as a line below the bars of a trace, at the same scale.
final class Depth {
  private record Sample(Instant when, int depth) {}

  private final List<Sample> samples = new ArrayList<>(); // Guarded by itself.

  /// So much is in the queue now.
  void note(int depth) {
    synchronized (samples) {
      samples.add(new Sample(Tasks.now(), depth));
    }
  }

  /// The most there was.
  int most() {
    synchronized (samples) {
      return samples.stream().mapToInt(Sample::depth).max().orElse(0);
    }
  }

  /// The bars, and the line with one digit a column.
  ///
  /// @param start the time at which the trace begins
  String over(Trace trace, Instant start) {
    int labels = trace.tasks().stream().mapToInt(task -> task.toString().length()).max().orElse(0);
    String line = Figures.left("on the shelf", labels + 2) + digits(trace, start, labels + 2);
    String bars = Gantt.of(trace).along(Axis.NANOS).columns(Page.WIDTH).draw();
    int legend = 0; // Where it begins: behind the marks and a line for each task.
    for (int lines = 0; lines <= trace.tasks().size(); lines++) {
      legend = bars.indexOf('\n', legend) + 1;
    }
    return bars.substring(0, legend) + line.stripTrailing() + "\n" + bars.substring(legend);
  }

  private String digits(Trace trace, Instant start, int indent) {
    int columns = Page.WIDTH - indent;
    long length = Math.max(1, trace.events().getLast().nanos());
    StringBuilder digits = new StringBuilder("0".repeat(columns));
    synchronized (samples) {
      for (Sample each : samples) {
        long nanos = Math.clamp(Duration.between(start, each.when()).toNanos(), 0, length);
        int column = (int) ((double) nanos / length * (columns - 1));
        String digit = each.depth() > 9 ? "+" : "" + each.depth();
        digits.replace(column, columns, digit.repeat(columns - column));
      }
    }
    return digits.toString();
  }
}
