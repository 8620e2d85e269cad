package dev.wakerobin.sync;

/// Thrown to those who want something of a channel or a semaphore that was closed, and will
/// therefore never get it. The message says which side closed it.
public final class ClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /// Says what was closed.
  public ClosedException(String message) {
    super(message);
  }
}
