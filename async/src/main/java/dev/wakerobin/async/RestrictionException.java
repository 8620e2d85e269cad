package dev.wakerobin.async;

/// Thrown when an async body does what it cannot; the message says where, and what to do instead.
public final class RestrictionException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final Restriction restriction;

  RestrictionException(Restriction restriction, String message) {
    super(message);
    this.restriction = restriction;
  }

  /// Which one it is.
  public Restriction restriction() {
    return restriction;
  }
}
