package dev.wakerobin.futures;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// What can be told, once, that it is not wanted any more.
@FunctionalInterface
interface Cancellable {

  /// Lets it go; does nothing if it has ended or was let go already.
  void cancel();

  /// Lets all of them go, whatever one of them throws. The first exception is thrown at the end,
  /// with the others in it.
  static void cancelAll(Iterator<? extends Cancellable> all) {
    Throwable first = null;
    while (all.hasNext()) {
      try {
        all.next().cancel();
      } catch (Throwable thrown) {
        first = both(first, thrown);
      }
    }
    if (first != null) {
      throw Thrown.unchecked(first);
    }
  }

  /// The first failure, with the second one in it.
  private static Throwable both(@Nullable Throwable first, Throwable second) {
    return first == null ? second : Thrown.with(first, second);
  }
}
