package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.spi.Suspended;
import dev.wakerobin.spi.Suspended.Stop;
import java.util.List;
import java.util.function.Function;

/// Asks futures where they wait.
final class Suspension {
  private Suspension() {}

  /// Empty if the future does not know, or fails to tell: it may be polled meanwhile, and one that
  /// does not bear that must not spoil a dump.
  static List<StackTraceElement> traceOf(Future<?> future) {
    return ask(future, Suspended::trace);
  }

  /// The same with variables.
  static List<Stop> stopsOf(Future<?> future) {
    return ask(future, Suspended::stops);
  }

  /// The same with variables only if they are wanted.
  static List<Stop> stopsOf(Future<?> future, boolean variables) {
    return variables
        ? stopsOf(future)
        : traceOf(future).stream().map(place -> new Stop(place, List.of())).toList();
  }

  private static <T> List<T> ask(Future<?> future, Function<Suspended, List<T>> question) {
    if (!(future instanceof Suspended suspended)) {
      return List.of();
    }
    try {
      return List.copyOf(question.apply(suspended));
    } catch (RuntimeException _) {
      return List.of();
    }
  }
}
