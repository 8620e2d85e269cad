package dev.wakerobin.async;

/// What an await fails with when the future of its body is cancelled, so that `finally` blocks and
/// try-with-resources run.
///
/// It is an `Error`, so that `catch (Exception e)` in a loop does not go on as if nothing was. Do
/// not catch it; it ends at the body.
public final class CancelledAwait extends Error {
  private static final long serialVersionUID = 1L;

  CancelledAwait(String where) {
    super(where + " was cancelled: its finally blocks run, and nothing else");
  }

  /// Most end at their body, and nobody reads where they come from: that costs nothing.
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }

  /// This one is thrown to whoever cancelled. Some programs that report what is thrown count on a
  /// trace, as `java Hello.java` does.
  CancelledAwait traced() {
    super.fillInStackTrace();
    return this;
  }
}
