package dev.wakerobin.futures;

import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// Stands where something was that has ended: so that the old one can be collected, and a poll that
/// should not come is told.
final class Over {
  private static final Future<?> FUTURE =
      _ -> {
        throw polledAgain("future");
      };
  private static final Stream<?> STREAM = _ -> Next.end();

  private Over() {}

  /// Complains when polled.
  @SuppressWarnings("unchecked") // It gives no T.
  static <T> Future<T> future() {
    return (Future<T>) FUTURE;
  }

  /// Says that it has ended, again and again.
  @SuppressWarnings("unchecked") // It gives no T.
  static <T> Stream<T> stream() {
    return (Stream<T>) STREAM;
  }

  static IllegalStateException polledAgain(String what) {
    return new IllegalStateException(
        "a "
            + what
            + " was polled after its end: it was ready, had failed, or was cancelled. Make a new"
            + " one to do it again; to have one value more than once there is Futures.shared");
  }

  static NullPointerException nullFromFuture(Future<?> future) {
    return new NullPointerException(
        "the future "
            + future.getClass().getName()
            + " answered null: answer Poll.ready(value) or Poll.pending()");
  }

  static NullPointerException nullFromStream(Stream<?> stream) {
    return new NullPointerException(
        "the stream "
            + stream.getClass().getName()
            + " answered null: answer Next.item(value), Next.pending() or Next.end()");
  }
}
