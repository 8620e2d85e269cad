package dev.wakerobin.trace;

/// Where on a row of columns each event of a trace lies, along an axis.
record Scale(Trace trace, Axis axis, int columns, long first, long length) {
  /// So many columns for one tick at most: more would only be longer, not clearer.
  private static final int MOST_A_TICK = 3;

  /// For a picture of so many columns.
  static Scale of(Trace trace, Axis axis, int columns) {
    if (trace.size() == 0) {
      return new Scale(trace, axis, columns, 0, 1);
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (long tick = trace.firstTick(); tick <= trace.lastTick(); tick++) {
      first = Math.min(first, axis.at(trace, tick));
      last = Math.max(last, axis.at(trace, tick));
    }
    long length = Math.max(1, last - first);
    return switch (axis) {
      case NANOS -> new Scale(trace, axis, columns, first, length);
      case TICKS -> {
        long aTick = (columns - 1) / length;
        yield aTick == 0
            ? new Scale(trace, axis, columns, first, length)
            : new Scale(
                trace, axis, (int) (length * Math.min(MOST_A_TICK, aTick)) + 1, first, length);
      }
    };
  }

  /// The column of the event with that tick.
  int column(long tick) {
    return columnAt(axis.at(trace, tick) - first);
  }

  /// The column that is so far from the beginning of the picture.
  int columnAt(long along) {
    return (int) ((double) along / length * (columns - 1));
  }

  /// The smallest round length, a 1, 2 or 5 with zeroes, that takes so many columns or more.
  long step(int leastColumns) {
    long step = 1;
    for (int i = 0; columnAt(step) < leastColumns && step <= length / 5; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2; // 1, 2, 5, 10, 20, 50.
    }
    return step;
  }

  /// What is so far from the beginning of the picture, for people.
  String label(long along) {
    return switch (axis) {
      case NANOS -> along == 0 ? "0" : Numbers.time(along);
      case TICKS -> Numbers.grouped(first + along);
    };
  }
}
