package dev.wakerobin.runtime;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the watchdog knows of one thread: the poll that it was in at the last look, and since when.
/// Touched by one look at a time.
final class PollWatch {
  private final Seat seat;
  private final Watchdog watchdog;

  private @Nullable TaskCell<?> task; // What was polled at the last look.
  private long poll; // Which poll of the thread that was.
  private long since;
  private long nextReport; // After how many nanoseconds.
  private boolean told;
  private final SpinWatch spins;

  PollWatch(Seat seat, Watchdog watchdog) {
    this.seat = seat;
    this.watchdog = watchdog;
    this.spins = new SpinWatch(seat, watchdog);
  }

  void look(long now, Consumer<Finding> found) {
    spins.look(seat.seenTask(), now, found);
    if (!isSamePoll()) {
      sayItIsOver(now, found);
      poll = seat.seenPolls();
      task = seat.seenTask();
      since = now;
      nextReport = watchdog.thresholdNanos();
    } else if (task != null && now - since >= nextReport && watchdog.isOurs(task)) {
      report(task, now, found);
    }
  }

  /// Two polls of one task differ in the number, and two tasks of one number, when one has ended
  /// and the next one has not been counted, in the task.
  private boolean isSamePoll() {
    return seat.seenTask() == task && seat.seenPolls() == poll;
  }

  private void report(TaskCell<?> polled, long now, Consumer<Finding> found) {
    long lasted = now - since;
    while (nextReport <= lasted) {
      nextReport = Nanos.plus(nextReport, nextReport);
    }
    PollStack stack = PollStack.of(seat.thread());
    if (stack.frames().isEmpty() || !isSamePoll()) {
      return; // It has ended meanwhile: that is another one's stack.
    }
    long keptBack = watchdog.allowance().ask(now);
    if (keptBack == Allowance.KEEP_BACK) {
      return;
    }
    told = true;
    found.accept(
        new LongPoll(
            polled.id(),
            seat.thread().getName(),
            Duration.ofNanos(lasted),
            stack.activity(),
            stack.detail(),
            stack.frames(),
            stack.where(),
            keptBack));
  }

  /// Only of those that were told: who has heard of the beginning wants to hear of the end.
  private void sayItIsOver(long now, Consumer<Finding> found) {
    if (told && task != null) {
      told = false;
      found.accept(
          new LongPollOver(task.id(), seat.thread().getName(), Duration.ofNanos(now - since)));
    }
  }
}
