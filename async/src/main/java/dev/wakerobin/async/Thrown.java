package dev.wakerobin.async;

/// Throws checked exceptions where none is declared.
final class Thrown {
  private Thrown() {}

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
