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
    long along = axis.at(trace, tick) - first;
    return (int) ((double) along / length * (columns - 1));
  }

  /// What is at that column, for people: counted from the beginning of the picture.
  String label(int column) {
    long along = (long) ((double) column / Math.max(1, columns - 1) * length);
    return switch (axis) {
      case NANOS -> Numbers.time(along);
      case TICKS -> Numbers.grouped(first + along);
    };
  }
}
