package dev.wakerobin.runtime;

import java.util.concurrent.TimeUnit;

/// How many findings may be told in a while, so that a program in which everything is slow is not
/// made slower, and its log no longer, by who says so. What is kept back is counted.
///
/// Touched by one thread at a time.
final class Allowance {
  /// So many are told in each span of time.
  static final int MOST = 10;

  static final long SPAN_NANOS = TimeUnit.SECONDS.toNanos(10);

  /// What is answered if a finding has to be kept back.
  static final long KEEP_BACK = -1;

  private long began;
  private int told;
  private long keptBack;

  /// What a message says of those that were kept back before it.
  static String words(long unreported) {
    return unreported == 0 ? "" : " (%d other findings were kept back.)".formatted(unreported);
  }

  /// Asks to tell one more. Answers how many were kept back since the last one that was told, or
  /// [#KEEP_BACK].
  long ask(long now) {
    if (told == 0 || now - began >= SPAN_NANOS) {
      began = now;
      told = 0;
    }
    if (told == MOST) {
      keptBack++;
      return KEEP_BACK;
    }
    told++;
    long before = keptBack;
    keptBack = 0;
    return before;
  }
}
