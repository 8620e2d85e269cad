package dev.wakerobin.trace;

import java.time.Duration;
import java.util.function.LongFunction;

/// Something counted or measured in a trace, that a test can hold against what it should be:
///
/// ```java
/// trace.figures(Axis.TICKS).longestPoll().isAtMost(5);
/// trace.figures().steals().isAtLeast(1);
/// ```
public final class Figure {
  private final String name;
  private final long value;
  private final LongFunction<String> units;
  private final String where;

  Figure(String name, long value, LongFunction<String> units, String where) {
    this.name = name;
    this.value = value;
    this.units = units;
    this.where = where;
  }

  static Figure count(String name, long value) {
    return new Figure(name, value, Numbers::grouped, "");
  }

  /// The number: a count, or a length in the unit of its axis.
  public long value() {
    return value;
  }

  /// Fails if it is more.
  ///
  /// @throws AssertionError with what it is, and where
  public Figure isAtMost(long most) {
    return check(value <= most, "at most", most);
  }

  /// Fails if a figure along the axis of time is longer.
  public Figure isAtMost(Duration most) {
    return isAtMost(most.toNanos());
  }

  /// Fails if it is less.
  ///
  /// @throws AssertionError with what it is, and where
  public Figure isAtLeast(long least) {
    return check(value >= least, "at least", least);
  }

  /// Fails if it is not this.
  ///
  /// @throws AssertionError with what it is, and where
  public Figure is(long expected) {
    return check(value == expected, "just", expected);
  }

  private Figure check(boolean holds, String bound, long expected) {
    if (!holds) {
      throw new AssertionError(this + "; it should be " + bound + " " + units.apply(expected));
    }
    return this;
  }

  /// As reports show it: `longest poll: 12.5 µs (task 3 'fib' on worker 0, from tick 17)`.
  @Override
  public String toString() {
    String text = name + ": " + units.apply(value);
    return where.isEmpty() ? text : text + " (" + where + ")";
  }
}
