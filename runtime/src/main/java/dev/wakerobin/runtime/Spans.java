package dev.wakerobin.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// Lengths of time in words.
final class Spans {
  private static final long NANOS_A_SECOND = 1_000_000_000;

  private Spans() {}

  /// As in `250 ms`, `1.5 s`, `0.04 ms`: at most three places, none of them for show.
  static String text(Duration span) {
    return text(Nanos.of(span));
  }

  /// The same for nanoseconds.
  static String text(long nanos) {
    boolean inSeconds = Math.abs(nanos) >= NANOS_A_SECOND;
    BigDecimal value = BigDecimal.valueOf(nanos, inSeconds ? 9 : 6);
    BigDecimal rounded = value.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString() + (inSeconds ? " s" : " ms");
  }
}
