package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All timers of a runtime, by deadline: a balanced tree, so that setting and cancelling cost O(log
/// n).
///
/// A timer never fires early, and those that are due fire in the order of their deadlines, those of
/// one deadline in the order in which they were made.
final class Timers {
  /// The deadline of what never happens.
  static final long NEVER = Long.MAX_VALUE;

  /// One deadline and who is to be woken then.
  static final class Timer {
    private final long deadline;
    private final long number;
    private @Nullable Waker waker; // Guarded by the timers.

    private Timer(long deadline, long number) {
      this.deadline = deadline;
      this.number = number;
    }

    private long deadline() {
      return deadline;
    }

    private long number() {
      return number;
    }
  }

  private static final Comparator<Timer> BY_DEADLINE =
      Comparator.comparingLong(Timer::deadline).thenComparingLong(Timer::number);

  private final RuntimeClock clock;
  private final Consumer<? super Throwable> reporter;
  private final TreeSet<Timer> waiting = new TreeSet<>(BY_DEADLINE); // Guarded by this.
  private long made; // Guarded by this.

  private volatile long nextDeadline = NEVER; // Written under the lock, read without.

  Timers(RuntimeClock clock, Consumer<? super Throwable> reporter) {
    this.clock = clock;
    this.reporter = reporter;
  }

  /// Makes a timer; it does not wait yet.
  ///
  /// @param deadline in nanoseconds of the runtime's clock, or [#NEVER]
  synchronized Timer newTimer(long deadline) {
    return new Timer(deadline, made++);
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
    if (isDue(timer, clock.nanos())) {
      return Setting.DUE;
    }
    timer.waker = waker;
    waiting.add(timer);
    long before = nextDeadline;
    nextDeadline = waiting.getFirst().deadline;
    return nextDeadline < before ? Setting.WAITS_FIRST : Setting.WAITS;
  }

  /// A timer waits no more.
  synchronized void cancel(Timer timer) {
    waiting.remove(timer);
    timer.waker = null;
    nextDeadline = waiting.isEmpty() ? NEVER : waiting.getFirst().deadline;
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
    while (!waiting.isEmpty() && isDue(waiting.getFirst(), now)) {
      Timer first = waiting.pollFirst();
      if (first.waker != null) {
        due.add(first.waker);
        first.waker = null;
      }
    }
    nextDeadline = waiting.isEmpty() ? NEVER : waiting.getFirst().deadline;
    return due;
  }

  private static boolean isDue(Timer timer, long now) {
    return timer.deadline != NEVER && timer.deadline <= now;
  }

  synchronized int size() {
    return waiting.size();
  }
}
