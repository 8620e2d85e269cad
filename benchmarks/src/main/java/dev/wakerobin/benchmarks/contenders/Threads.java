package dev.wakerobin.benchmarks.contenders;

/// How many threads a contender has.
public enum Threads {
  /// One: the caller's where the contender can use it.
  SINGLE(1),
  /// Two workers. Virtual threads have as many as the JDK gives them.
  MULTI(2);

  private final int count;

  Threads(int count) {
    this.count = count;
  }

  /// As a number.
  public int count() {
    return count;
  }

  /// As it is read and written: `single` or `multi`.
  public String word() {
    return this == SINGLE ? "single" : "multi";
  }
}
