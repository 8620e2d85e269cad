package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Gantt.Rows;
import java.util.List;
import java.util.Optional;

/// A picture of a trace for a page: an `svg` element to put into HTML, or to save as a file.
///
/// Time goes to the right; each task or each worker has a row; a bar is a poll; an arrow leads from
/// where a bell was rung to the poll that this caused. Bars and arrows say on hovering what they
/// are. Text has the colour of the page around it; the other colours may be set from there:
///
/// | variable | of what |
/// |---|---|
/// | `--wakerobin-pending`, `--wakerobin-ready`, `--wakerobin-threw` | polls, by how they ended |
/// | `--wakerobin-wake` | arrows |
/// | `--wakerobin-faint` | rows, marks, time asleep |
///
/// Bars carry the ticks of their poll as `data-from` and `data-to`, arrows and crosses theirs as
/// `data-tick`, for scripts that light them up.
///
/// Equal traces give equal pictures, to the byte.
///
/// @param axis along what
/// @param rows what has a row
/// @param width in pixels; at least 320
public record SvgTimeline(Trace trace, Axis axis, Rows rows, int width) {
  static final int MOST_ROWS = 60;
  private static final int LEAST_WIDTH = 320;

  /// Refuses pictures that are too narrow.
  public SvgTimeline {
    if (width < LEAST_WIDTH) {
      throw new IllegalArgumentException(
          "a picture needs at least %d pixels, and this is %d".formatted(LEAST_WIDTH, width));
    }
  }

  /// By tasks, along the axis that suits the trace, 960 pixels wide.
  public static SvgTimeline of(Trace trace) {
    return new SvgTimeline(trace, Axis.suitedTo(trace), Rows.TASKS, 960);
  }

  /// The same along that axis.
  public SvgTimeline along(Axis other) {
    return new SvgTimeline(trace, other, rows, width);
  }

  /// The same with rows for these.
  public SvgTimeline with(Rows others) {
    return new SvgTimeline(trace, axis, others, width);
  }

  /// The same with that width, in pixels.
  public SvgTimeline width(int pixels) {
    return new SvgTimeline(trace, axis, rows, pixels);
  }

  /// Draws it.
  public String draw() {
    SvgPlot plot = SvgPlot.of(this);
    SvgPen pen = new SvgPen();
    String id = "wr" + Integer.toHexString(TraceFile.text(trace).hashCode()) + axis + rows;
    pen.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "wakerobin",
        "viewBox",
        "0 0 %d %d".formatted(width, plot.height()),
        "width",
        "" + width,
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    pen.text(
        "title", "Timeline of " + (rows == Rows.TASKS ? "tasks" : "workers"), "id", id + "-title");
    pen.text("desc", description(), "id", id + "-desc");
    pen.raw("<style>" + SvgStyle.TEXT + "</style>");
    pen.raw(SvgStyle.arrowHead(id + "-head"));
    drawAxis(pen, plot);
    drawRows(pen, plot);
    trace.polls().forEach(poll -> drawPoll(pen, plot, poll));
    drawCancelled(pen, plot);
    trace.wakes().forEach(wake -> new SvgArrow(trace, plot, rows, wake).draw(pen, id + "-head"));
    pen.close("svg");
    return pen.toString();
  }

  private String description() {
    return "%d tasks, %d polls and %d wakes on %d workers. %s. %s."
        .formatted(
            trace.tasks().size(),
            trace.polls().size(),
            trace.wakes().size(),
            trace.workers().size(),
            trace.figures(axis).longestPoll(),
            trace.figures(axis).longestWait());
  }

  private void drawAxis(SvgPen pen, SvgPlot plot) {
    for (long mark : plot.marks()) {
      String x = SvgPen.number(plot.x(mark));
      String bottom = "" + (plot.height() - SvgPlot.BOTTOM);
      pen.empty("line", "class", "mark", "x1", x, "x2", x, "y1", "22", "y2", bottom);
      String label = axis == Axis.NANOS ? Numbers.time(mark - plot.first()) : "" + mark;
      pen.text("text", label, "class", "axis", "x", x, "y", "16");
    }
  }

  private void drawRows(SvgPen pen, SvgPlot plot) {
    List<String> labels = plot.labels();
    for (int row = 0; row < labels.size(); row++) {
      String y = SvgPen.number(plot.middle(row));
      pen.text("text", labels.get(row), "class", "label", "x", "8", "y", y);
      plot.life(row)
          .ifPresent(
              life ->
                  pen.empty(
                      "line",
                      "class",
                      "life",
                      "x1",
                      SvgPen.number(plot.xOf(life.from())),
                      "x2",
                      SvgPen.number(plot.xOf(life.to())),
                      "y1",
                      y,
                      "y2",
                      y));
    }
    String left = plot.left();
    if (!left.isEmpty()) {
      pen.text("text", left, "class", "label", "x", "8", "y", "" + (plot.height() - 8));
    }
  }

  private void drawPoll(SvgPen pen, SvgPlot plot, TracedPoll poll) {
    int row = plot.row(rows == Rows.TASKS ? poll.task().number() : poll.worker());
    if (row < 0) {
      return;
    }
    double from = plot.xOf(poll.from());
    double length = Math.max(SvgPlot.LEAST_BAR, plot.xOf(poll.to()) - from);
    String result = poll.result().map(EventWords::of).orElse("pending");
    pen.open(
        "g", "class", "poll " + result, "data-from", "" + poll.from(), "data-to", "" + poll.to());
    pen.text("title", words(poll));
    pen.empty(
        "rect",
        "x",
        SvgPen.number(from),
        "y",
        SvgPen.number(plot.middle(row) - SvgPlot.BAR / 2),
        "width",
        SvgPen.number(length),
        "height",
        SvgPen.number(SvgPlot.BAR),
        "rx",
        "3");
    String inside = rows == Rows.TASKS ? "" : "" + poll.task().number();
    if (!inside.isEmpty() && inside.length() * SvgPlot.LETTER + 4 <= length) {
      String x = SvgPen.number(from + length / 2);
      pen.text("text", inside, "x", x, "y", SvgPen.number(plot.middle(row)));
    }
    pen.close("g");
  }

  private String words(TracedPoll poll) {
    String worker = poll.worker() == Event.NO_WORKER ? "" : " on worker " + poll.worker();
    String result = poll.result().map(EventWords::of).orElse("not ended");
    return "%s polled%s, ticks %d to %d, %s: %s"
        .formatted(
            poll.task(),
            worker,
            poll.from(),
            poll.to(),
            Numbers.time(poll.length(trace, Axis.NANOS)),
            result);
  }

  private void drawCancelled(SvgPen pen, SvgPlot plot) {
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      Optional<TaskId> task = cancelledAt(tick);
      int row = rows == Rows.TASKS && task.isPresent() ? plot.row(task.get().number()) : -1;
      if (row >= 0) {
        double x = plot.xOf(tick);
        double y = plot.middle(row);
        pen.open("g", "class", "cancelled", "data-tick", "" + tick);
        pen.text("title", task.orElseThrow() + " cancelled, tick " + tick);
        pen.empty(
            "path",
            "d",
            SvgPen.path(
                "M", x - 4, y - 4, "L", x + 4, y + 4, "M", x - 4, y + 4, "L", x + 4, y - 4));
        pen.close("g");
      }
    }
  }

  private Optional<TaskId> cancelledAt(long tick) {
    return trace.at(tick) instanceof Event.Cancelled cancelled
        ? Optional.of(cancelled.task())
        : Optional.empty();
  }
}
