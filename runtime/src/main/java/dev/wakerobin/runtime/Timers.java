package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All timers of a runtime, by deadline, in a [TimerHeap]: setting one costs O(log n) at most, and
/// cancelling a constant.
///
/// A timer never fires early, and those that are due fire in the order of their deadlines, those of
/// one deadline in the order in which they were made.
///
/// The lock is held for the work on the heap only. A parked thread and a busy loop learn from
/// `nextDeadline` without it whether there is anything to do.
final class Timers {
  /// The deadline of what never happens.
  static final long NEVER = Long.MAX_VALUE;

  /// One deadline and who is to be woken then.
  static final class Timer {
    final long deadline;
    final long number;
    @Nullable Waker waker; // Guarded by the timers; there while it waits.
    boolean isInHeap; // Guarded by the timers; also if it was cancelled and not yet thrown out.

    private Timer(long deadline, long number) {
      this.deadline = deadline;
      this.number = number;
    }

    /// Whether somebody is to be woken, as one sees it who does not have the lock.
    boolean isWaiting() {
      return waker != null;
    }
  }

  private final RuntimeClock clock;
  private final Consumer<? super Throwable> reporter;
  private final TimerHeap heap = new TimerHeap(); // Guarded by this.
  private final AtomicLong made = new AtomicLong();

  private volatile long nextDeadline = NEVER; // Written under the lock, read without.

  Timers(RuntimeClock clock, Consumer<? super Throwable> reporter) {
    this.clock = clock;
    this.reporter = reporter;
  }

  /// Makes a timer; it does not wait yet.
  ///
  /// @param deadline in nanoseconds of the runtime's clock, or [#NEVER]
  Timer newTimer(long deadline) {
    return new Timer(deadline, made.getAndIncrement());
  }

  /// What became of [#set].
  enum Setting {
    /// The time has come already; nobody will be woken.
    DUE,
    /// It waits.
    WAITS,
    /// It waits, and before all others: whoever watches the timers has to look again.
    WAITS_FIRST
  }

  /// Lets a timer wait, or lets a waiting one wake somebody else.
  synchronized Setting set(Timer timer, Waker waker) {
    if (isDue(timer.deadline, clock.nanos())) {
      return Setting.DUE;
    }
    boolean waited = timer.waker != null;
    timer.waker = waker;
    if (!timer.isInHeap) {
      heap.add(timer);
    } else if (!waited) {
      heap.unmark();
    }
    long before = nextDeadline;
    nextDeadline = heap.firstDeadline();
    return nextDeadline < before ? Setting.WAITS_FIRST : Setting.WAITS;
  }

  /// A timer waits no more.
  synchronized void cancel(Timer timer) {
    if (timer.waker != null) {
      timer.waker = null;
      heap.mark();
      nextDeadline = heap.firstDeadline();
    }
  }

  /// When the next timer is due; [#NEVER] if none waits.
  long nextDeadline() {
    return nextDeadline;
  }

  /// Whether there is something to fire; costs a look at the clock if any timer waits at all.
  boolean anyDue() {
    long next = nextDeadline;
    return next != NEVER && next <= clock.nanos();
  }

  /// Wakes whoever's time has come, and answers how many those were. A waker that throws is
  /// reported, and the others are rung.
  int fireDue() {
    List<Waker> due = takeDue();
    // Not under the lock: who is woken may set the next timer at once.
    due.forEach(each -> Bell.ring(each, reporter));
    return due.size();
  }

  private synchronized List<Waker> takeDue() {
    long now = clock.nanos();
    List<Waker> due = new ArrayList<>();
    while (heap.size() > 0 && isDue(heap.firstDeadline(), now)) {
      Timer first = heap.pollFirst();
      Waker waker = first.waker;
      if (waker != null) {
        due.add(waker);
        first.waker = null;
      }
    }
    nextDeadline = heap.firstDeadline();
    return due;
  }

  private static boolean isDue(long deadline, long now) {
    return deadline != NEVER && deadline <= now;
  }

  /// How many wait.
  synchronized int size() {
    return heap.size();
  }

  /// For how many there is room, for tests.
  synchronized int capacity() {
    return heap.capacity();
  }
}
