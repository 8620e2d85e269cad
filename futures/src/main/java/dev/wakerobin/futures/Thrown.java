package dev.wakerobin.futures;

/// What to do with exceptions that come at the wrong place.
final class Thrown {
  private Thrown() {}

  /// Throws a checked exception where none is declared; to be written as `throw unchecked(thrown)`.
  static RuntimeException unchecked(Throwable thrown) {
    Thrown.<RuntimeException>sneak(thrown);
    throw new AssertionError("unreachable", thrown);
  }

  /// Throws whatever a future may throw; to be written as `throw fromPoll(thrown)`.
  static Exception fromPoll(Throwable thrown) throws Exception {
    Thrown.<Exception>sneak(thrown);
    throw new AssertionError("unreachable", thrown);
  }

  @SuppressWarnings("unchecked") // That is the trick: the cast is not checked.
  private static <X extends Throwable> void sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /// The first one, which carries the second along.
  static Throwable with(Throwable first, Throwable second) {
    if (first != second) { // An exception refuses to carry itself.
      first.addSuppressed(second);
    }
    return first;
  }
}
