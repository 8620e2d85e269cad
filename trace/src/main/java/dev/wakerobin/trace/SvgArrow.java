package dev.wakerobin.trace;

import dev.wakerobin.trace.Gantt.Rows;

/// The arrow from where a bell was rung to the poll that this caused.
///
/// ```
///      ██│██             from another row: down or up, and into the left end of the bar
///        ╰───────▶██
///      ●─────────▶██     not from a task: from a dot, in the row itself
///      █▔▔▔▔▔▔▔▔▔▼██     by itself: over the top of the row
/// ```
///
/// @param rows whether the rows are those of tasks or of workers
record SvgArrow(Trace trace, SvgPlot plot, Rows rows, TracedWake wake) {
  /// Nearer than this an arrow comes from above or below.
  private static final double NEAR = 10;

  void draw(SvgPen pen, String head) {
    int to = target();
    if (to < 0) {
      return;
    }
    int from = source();
    pen.open("g", "class", "wake", "data-tick", "" + wake.tick());
    pen.text("title", words());
    if (from != to) {
      String x = SvgPen.number(plot.xOf(wake.tick()));
      String y = SvgPen.number(plot.middle(from < 0 ? to : from));
      pen.empty("circle", "cx", x, "cy", y, "r", from < 0 ? "3" : "2");
    }
    if (wake.poll().isPresent()) {
      pen.empty("path", "d", path(from, to), "marker-end", "url(#" + head + ")");
    }
    pen.close("g");
  }

  private int target() {
    return switch (rows) {
      case TASKS -> plot.row(wake.task().number());
      case WORKERS ->
          wake.poll().isEmpty() ? -1 : plot.row(trace.pollAt(wake.poll().getAsLong()).worker());
    };
  }

  /// The row that it comes from; -1 if from none.
  private int source() {
    return switch (rows) {
      case TASKS -> wake.by().map(task -> plot.row(task.number())).orElse(-1);
      case WORKERS -> plot.row(wake.worker());
    };
  }

  private String path(int from, int to) {
    double x1 = plot.xOf(wake.tick());
    double x2 = plot.xOf(wake.poll().orElseThrow());
    double y2 = plot.middle(to);
    double half = SvgPlot.BAR / 2;
    if (from < 0) {
      return SvgPen.path("M", x1, y2, "L", x2, y2);
    }
    if (from == to) {
      double top = y2 - half;
      double over = top - half;
      return SvgPen.path("M", x1, top, "C", x1, over, x2, over, x2, top);
    }
    double edge = from < to ? half : -half;
    double y1 = plot.middle(from);
    if (x2 - x1 < NEAR) {
      return SvgPen.path("M", x1, y1, "L", Math.max(x1, x2), y2 - edge);
    }
    double bend = Math.min(24, x2 - x1);
    return SvgPen.path("M", x1, y1, "C", x1, y2, x1 + bend / 4, y2, x1 + bend, y2, "L", x2, y2);
  }

  private String words() {
    return "%s woken by %s, tick %d"
        .formatted(wake.task(), EventWords.of(wake.cause()), wake.tick());
  }
}
