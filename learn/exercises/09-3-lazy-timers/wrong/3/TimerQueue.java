import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;

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

  private final PriorityQueue<Timer> heap =
      new PriorityQueue<>(Comparator.comparingLong(Timer::deadline));

  void set(Timer timer) {
    heap.add(timer);
  }

  void cancel(Timer timer) {
    timer.cancel();
    if (heap.size() > 100) {
      heap.removeIf(each -> !each.waits());
    }
  }

  OptionalLong nextDeadline() {
    return heap.isEmpty() ? OptionalLong.empty() : OptionalLong.of(heap.element().deadline());
  }

  void ringDue(long now) {
    while (nextDeadline().orElse(Long.MAX_VALUE) <= now && !heap.isEmpty()) {
      heap.remove().ring();
    }
  }

  int places() {
    return heap.size();
  }
}
