package dev.wakerobin.trace;

import dev.wakerobin.runtime.Event;

/// Along what a trace is measured and drawn.
public enum Axis {
  /// The time of the runtime's clock, in nanoseconds.
  NANOS {
    @Override
    public long at(Trace trace, long tick) {
      return trace.at(tick).nanos();
    }

    @Override
    public String show(long length) {
      return Numbers.time(length);
    }
  },

  /// The order of events: each is one step. What to choose if a virtual clock stands still.
  TICKS {
    @Override
    public long at(Trace trace, long tick) {
      return tick;
    }

    @Override
    public String show(long length) {
      return length == 1 ? "1 tick" : Numbers.grouped(length) + " ticks";
    }
  };

  /// Where that event is on this axis.
  public abstract long at(Trace trace, long tick);

  /// A length on this axis for people: `12.5 µs`, or `3 ticks`.
  public abstract String show(long length);

  /// The axis that shows more: ticks if more than half of the events share their nanosecond with
  /// the one before, else nanoseconds.
  public static Axis suitedTo(Trace trace) {
    int shared = 0;
    for (int i = 1; i < trace.size(); i++) {
      Event before = trace.events().get(i - 1);
      shared += before.nanos() == trace.events().get(i).nanos() ? 1 : 0;
    }
    return shared * 2 > trace.size() ? TICKS : NANOS;
  }
}
