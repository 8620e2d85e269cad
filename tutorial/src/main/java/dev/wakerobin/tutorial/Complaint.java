package dev.wakerobin.tutorial;

/// Why something cannot be done, for the one who asked for it: what is wrong, which choices there
/// are, and what to type instead. It is shown as three lines, never as a stack trace.
public final class Complaint extends Exception {
  private static final long serialVersionUID = 1L;

  private final String choices;
  private final String advice;

  /// With these three.
  public Complaint(String what, String choices, String advice) {
    super(what);
    this.choices = choices;
    this.advice = advice;
  }

  /// The three lines.
  public String lines() {
    return getMessage() + "\n" + choices + "\n" + advice;
  }
}
