import java.util.OptionalLong;

/// Keeps timers, and rings those that are due. It knows no clock: it is told how late it is.
final class TimerQueue {

  /// A deadline, and a bell to ring then.
  interface Timer {
    long deadline();

    /// Rings its bell. It does not wait any more then.
    void ring();

    /// Marks it: it does not wait any more, and must not be rung.
    void cancel();

    /// Whether it has neither been rung nor cancelled.
    boolean waits();
  }

  // Your turn: these five, and what they need.

  void set(Timer timer) {}

  void cancel(Timer timer) {}

  OptionalLong nextDeadline() {
    return OptionalLong.empty();
  }

  void ringDue(long now) {}

  int places() {
    return 0;
  }
}
