package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.spi.Suspended;
import java.util.List;

/// Asks futures where they wait.
final class Suspension {
  private Suspension() {}

  /// Empty if the future does not know, or fails to tell: it may be polled meanwhile, and one that
  /// does not bear that must not spoil a dump.
  static List<StackTraceElement> traceOf(Future<?> future) {
    if (!(future instanceof Suspended suspended)) {
      return List.of();
    }
    try {
      return List.copyOf(suspended.trace());
    } catch (RuntimeException _) {
      return List.of();
    }
  }
}
