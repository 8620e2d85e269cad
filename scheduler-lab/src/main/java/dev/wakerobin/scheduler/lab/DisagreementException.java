package dev.wakerobin.scheduler.lab;

/// Thrown out of `blockOn` when a program does not do what its recording says. The message says at
/// which choice, which task was to be polled, and which could be.
public final class DisagreementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DisagreementException(String message) {
    super(message);
  }
}
