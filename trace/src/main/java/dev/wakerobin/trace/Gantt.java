package dev.wakerobin.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A picture of a trace for a terminal: time goes to the right, each task or each worker has a row.
///
/// ```
///                 0        10        20
/// task 1 'main'  s▶█┬████·······┌──▶███✓
/// task 2 'work'     └──────▶█████✓
/// ```
///
/// A line leads from the task that rang to the one that was woken, and goes on as an arrow to the
/// poll that this caused. Text is plain unless colours are asked for.
///
/// @param axis along what
/// @param rows what has a row
/// @param columns how many there are to draw in, labels included; at least 40
/// @param ascii whether to use nothing but ASCII
/// @param colours whether to use the colours of a terminal
public record Gantt(
    Trace trace, Axis axis, Rows rows, int columns, boolean ascii, boolean colours) {
  private static final int FEWEST_COLUMNS = 40;
  private static final int MOST_ROWS = 40;
  private static final int LONGEST_LABEL = 18;
  private static final int BETWEEN_MARKS = 9; // Columns, at least.

  /// What the legend says of marks that are no times.
  private static final String COUNTED_IN_TICKS = "above: ticks, one an event";

  /// What has a row.
  public enum Rows {
    /// Each task.
    TASKS,
    /// Each worker, and one for all foreign threads.
    WORKERS
  }

  /// Refuses pictures that are too narrow.
  public Gantt {
    if (columns < FEWEST_COLUMNS) {
      throw new IllegalArgumentException(
          "a picture needs at least %d columns, and this is %d".formatted(FEWEST_COLUMNS, columns));
    }
  }

  /// By tasks, along the axis that suits the trace, 80 columns, in Unicode without colours.
  public static Gantt of(Trace trace) {
    return new Gantt(trace, Axis.suitedTo(trace), Rows.TASKS, 80, false, false);
  }

  /// The same along that axis.
  public Gantt along(Axis other) {
    return new Gantt(trace, other, rows, columns, ascii, colours);
  }

  /// The same with rows for these.
  public Gantt with(Rows others) {
    return new Gantt(trace, axis, others, columns, ascii, colours);
  }

  /// The same in so many columns.
  public Gantt columns(int number) {
    return new Gantt(trace, axis, rows, number, ascii, colours);
  }

  /// The same in nothing but ASCII.
  public Gantt inAscii() {
    return new Gantt(trace, axis, rows, columns, true, colours);
  }

  /// The same in colours.
  public Gantt inColours() {
    return new Gantt(trace, axis, rows, columns, ascii, true);
  }

  /// The same in colours, unless the environment says `NO_COLOR` or the terminal is dumb; and in
  /// ASCII if its locale is not one of UTF-8.
  public Gantt suitedTo(Map<String, String> environment) {
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    String locale =
        environment.getOrDefault(
            "LC_ALL", environment.getOrDefault("LC_CTYPE", environment.getOrDefault("LANG", "")));
    String charset = locale.toUpperCase(Locale.ROOT).replace("-", "");
    boolean narrow = !locale.isEmpty() && !charset.contains("UTF8");
    return new Gantt(trace, axis, rows, columns, ascii || narrow, colours || !plain);
  }

  /// Draws it: the marks of the axis, the rows, a legend. Every line ends with a line feed, and
  /// none is longer than the columns.
  public String draw() {
    Lanes lanes =
        switch (rows) {
          case TASKS -> new TaskLanes(trace, MOST_ROWS);
          case WORKERS -> new WorkerLanes(trace);
        };
    List<String> labels = lanes.labels().stream().map(this::fitting).toList();
    int indent = labels.stream().mapToInt(String::length).max().orElse(0) + 2;
    Scale scale = Scale.of(trace, axis, columns - indent);
    Canvas canvas = new Canvas(labels.size(), scale.columns());
    lanes.draw(canvas, scale);
    StringBuilder text = new StringBuilder();
    line(text, " ".repeat(indent) + ruler(scale));
    for (int row = 0; row < labels.size(); row++) {
      String label = labels.get(row);
      String gap = " ".repeat(indent - label.length());
      line(text, label + gap + canvas.row(row, ascii, colours));
    }
    notes(canvas, lanes).forEach(note -> line(text, note));
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private String fitting(String label) {
    String cut = ascii ? "..." : "…";
    String shown = ascii ? label.replaceAll("[^ -~]", "?") : label;
    return shown.length() <= LONGEST_LABEL
        ? shown
        : shown.substring(0, LONGEST_LABEL - cut.length()) + cut;
  }

  /// The marks of the axis at round numbers, each beginning at its column.
  private String ruler(Scale scale) {
    StringBuilder marks = new StringBuilder();
    long step = scale.step(BETWEEN_MARKS);
    for (long along = 0; along >= 0 && along <= scale.length(); along += step) {
      int column = scale.columnAt(along);
      String mark = inCharset(scale.label(along));
      boolean fits = column == 0 || marks.length() < column;
      if (fits && column + mark.length() <= scale.columns()) {
        marks.append(" ".repeat(column - marks.length())).append(mark);
      }
    }
    return marks.toString();
  }

  private List<String> notes(Canvas canvas, Lanes lanes) {
    List<String> words = new ArrayList<>();
    for (Sign sign : canvas.used()) {
      if (sign == Sign.POLLED && rows == Rows.WORKERS) {
        words.add("7" + sign.in(ascii) + " task 7 is polled");
      } else if (!sign.legend().isEmpty()) {
        words.add(sign.in(ascii) + " " + sign.legend());
      }
    }
    if (canvas.used().contains(Sign.FROM_ABOVE) || canvas.used().contains(Sign.FROM_BELOW)) {
      words.add(
          "%c%c spawned or woken from %c%c"
              .formatted(
                  Sign.FROM_ABOVE.in(ascii),
                  Sign.FROM_BELOW.in(ascii),
                  Sign.TO_BELOW.in(ascii),
                  Sign.TO_ABOVE.in(ascii)));
    }
    if (axis == Axis.TICKS) {
      words.add(COUNTED_IN_TICKS);
    }
    if (trace.dropped() > 0) {
      words.add(Numbers.grouped(trace.dropped()) + " events before this were dropped");
    }
    lanes.left().ifPresent(words::add);
    return wrapped(words);
  }

  private String inCharset(String text) {
    return ascii ? text.replace('µ', 'u') : text;
  }

  private List<String> wrapped(List<String> words) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words) {
      String longer = line.isEmpty() ? word : line + "   " + word;
      if (longer.length() <= columns) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }
}
