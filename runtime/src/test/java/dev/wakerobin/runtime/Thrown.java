package dev.wakerobin.runtime;

import dev.wakerobin.Poll;

/// Throws what the compiler would not let a future throw.
final class Thrown {
  private Thrown() {}

  static <T> Poll<T> sneak(Throwable thrown) {
    return Thrown.<T, RuntimeException>unchecked(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, X extends Throwable> Poll<T> unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
