package dev.wakerobin.spi;

import dev.wakerobin.Future;
import java.util.Objects;
import java.util.function.Function;

/// A note that a future was made and nobody has polled it yet.
///
/// Making a future does nothing, and to forget that is the commonest mistake of all. So futures
/// that are easily forgotten note their birth, and take the note back when they are polled or
/// cancelled for the first time:
///
/// ```java
/// private final Birth birth = Birth.of(this);
///
/// public Poll<T> poll(Context context) {
///   birth.polled();
///   …
/// ```
///
/// A runtime that tracks its tasks says at the end which notes are left, and where they were made.
/// If none does, a note costs the read of a field. Python's asyncio says “coroutine was never
/// awaited” in the same case.
@FunctionalInterface
public interface Birth {

  /// The future was polled, or cancelled: from now on somebody cares. May be called again.
  void polled();

  /// Notes that the future was made just now, by the code that the calling thread runs.
  static Birth of(Future<?> future) {
    return Births.note(future);
  }

  /// Tells that observer, in the whole JVM, of each future that notes its birth; it answers whom to
  /// tell of the first poll. There is one observer, and a later one replaces it: to be called by
  /// the runtime only.
  static void observe(Function<Future<?>, Birth> observer) {
    Births.observer = Objects.requireNonNull(observer, "observer");
  }
}
