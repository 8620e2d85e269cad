package dev.wakerobin.runtime;

import java.time.Duration;

/// Arithmetic on nanoseconds that ends at the rims instead of wrapping round: 292 years are for
/// ever.
final class Nanos {
  private Nanos() {}

  static long of(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException _) {
      return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  static long plus(long a, long b) {
    long sum = a + b;
    boolean wrapped = ((a ^ sum) & (b ^ sum)) < 0;
    return wrapped ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }
}
