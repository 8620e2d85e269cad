package dev.wakerobin.learn;

/// Why something cannot be done, and what to do instead. It is shown as two lines, never as a stack
/// trace.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String advice;

  Refusal(String what, String advice) {
    super(what);
    this.advice = advice;
  }

  /// The two lines.
  String lines() {
    return getMessage() + "\n" + advice;
  }
}
