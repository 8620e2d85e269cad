package dev.wakerobin.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// Arithmetic on instants that ends at the rim instead of throwing: beyond it lies never.
final class Moments {
  private Moments() {}

  /// That much later, or [Instant#MAX].
  static Instant plus(Instant instant, Duration duration) {
    try {
      return instant.plus(duration);
    } catch (DateTimeException | ArithmeticException _) {
      return Instant.MAX;
    }
  }
}
