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
  private int marked; // How many in the heap wait no more.

  void set(Timer timer) {
    heap.add(timer);
  }

  void cancel(Timer timer) {
    if (timer.waits()) {
      timer.cancel();
      marked++;
      if (marked > heap.size() / 2) {
        sweep();
      }
    }
  }

  private void sweep() {
    heap.removeIf(timer -> !timer.waits());
    marked = 0;
  }

  OptionalLong nextDeadline() {
    while (!heap.isEmpty() && !heap.element().waits()) {
      heap.remove();
      marked--;
    }
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
