package dev.wakerobin.trace;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Gantt.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where things stand in an [SvgTimeline].
///
/// @param labels of the rows, from the top
/// @param keys which task, or which worker, is in which row
/// @param lives from when to when each row is there, if that is known
/// @param first the beginning of the axis
/// @param length of the axis
/// @param left what could not be drawn; empty if nothing
record SvgPlot(
    SvgTimeline picture,
    List<String> labels,
    Map<Long, Integer> keys,
    List<Optional<Span>> lives,
    long first,
    long length,
    String left) {
  static final int TOP = 30;
  static final int BOTTOM = 24;
  static final int ROW = 36;
  static final double BAR = 16;
  static final double LETTER = 7;
  static final double LEAST_BAR = 3;
  private static final int RIGHT = 24;
  private static final int MOST_LABEL = 26;

  /// From a tick to a tick.
  record Span(long from, long to) {}

  static SvgPlot of(SvgTimeline picture) {
    Trace trace = picture.trace();
    List<String> labels = new ArrayList<>();
    Map<Long, Integer> keys = new HashMap<>();
    int all = 0;
    switch (picture.rows()) {
      case TASKS -> {
        all = trace.tasks().size();
        for (TaskId task : trace.tasks().stream().limit(SvgTimeline.MOST_ROWS).toList()) {
          keys.put(task.number(), labels.size());
          labels.add(task.toString());
        }
      }
      case WORKERS -> {
        keys.put((long) Event.NO_WORKER, 0);
        labels.add("elsewhere");
        all = 1 + trace.workers().size();
        for (int worker : trace.workers().stream().limit(SvgTimeline.MOST_ROWS).toList()) {
          keys.put((long) worker, labels.size());
          labels.add("worker " + worker);
        }
      }
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      first = Math.min(first, picture.axis().at(trace, tick));
      last = Math.max(last, picture.axis().at(trace, tick));
    }
    boolean empty = trace.size() == 0;
    return new SvgPlot(
        picture,
        labels.stream().map(SvgPlot::fitting).toList(),
        keys,
        lives(picture, keys, labels.size()),
        empty ? 0 : first,
        empty ? 1 : Math.max(1, last - first),
        notes(trace, all - labels.size()));
  }

  private static String fitting(String label) {
    return label.length() <= MOST_LABEL ? label : label.substring(0, MOST_LABEL - 1) + "…";
  }

  private static String notes(Trace trace, int rowsLeft) {
    String more = rowsLeft > 0 ? "and " + Numbers.grouped(rowsLeft) + " more rows. " : "";
    return trace.dropped() > 0
        ? more + Numbers.grouped(trace.dropped()) + " events before this were dropped."
        : more.strip();
  }

  /// Tasks from being spawned to their end, workers all the time.
  private static List<Optional<Span>> lives(
      SvgTimeline picture, Map<Long, Integer> keys, int rows) {
    Trace trace = picture.trace();
    Map<Integer, Span> spans = new HashMap<>();
    if (picture.rows() == Rows.TASKS) {
      for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
        Optional<TaskId> task = Names.subject(trace.at(tick));
        Integer row = task.map(t -> keys.get(t.number())).orElse(null);
        if (row != null) {
          boolean born = trace.at(tick) instanceof Event.Spawned;
          long from = born ? tick : trace.firstTick();
          long to = endsLife(trace.at(tick)) ? tick : trace.lastTick();
          spans.merge(row, new Span(from, to), (old, now) -> new Span(old.from, now.to));
        }
      }
    } else if (trace.size() > 0) {
      for (int row = 0; row < rows; row++) {
        spans.put(row, new Span(trace.firstTick(), trace.lastTick()));
      }
    }
    List<Optional<Span>> lives = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      lives.add(Optional.ofNullable(spans.get(row)));
    }
    return lives;
  }

  private static boolean endsLife(Event event) {
    return TaskLife.Step.of(event)
        .filter(step -> step == TaskLife.Step.OVER || step == TaskLife.Step.CANCELLED)
        .isPresent();
  }

  int height() {
    return TOP + labels.size() * ROW + BOTTOM;
  }

  /// The row of that task or worker; -1 if it has none.
  int row(long key) {
    return keys.getOrDefault(key, -1);
  }

  double middle(int row) {
    return TOP + row * ROW + ROW / 2.0;
  }

  Optional<Span> life(int row) {
    return lives.get(row);
  }

  double xOf(long tick) {
    return x(picture.axis().at(picture.trace(), tick));
  }

  /// The place of a value on the axis.
  double x(long value) {
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    double start = 24 + longest * LETTER;
    return start + (double) (value - first) / length * (picture.width() - RIGHT - start);
  }

  /// Round values for marks: a power of ten, twice or five times that, apart.
  List<Long> marks() {
    long step = 1;
    long most = Math.max(2, picture.width() / 120);
    for (int i = 0; length / step > most; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    List<Long> marks = new ArrayList<>();
    for (long along = 0; along <= length; along += step) {
      marks.add(first + along);
    }
    return marks;
  }
}
