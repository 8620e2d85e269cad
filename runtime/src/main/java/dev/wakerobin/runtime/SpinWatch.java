package dev.wakerobin.runtime;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the watchdog knows of a thread that polls one and the same task again and again. Touched by
/// one look at a time.
final class SpinWatch {
  /// Fewer polls than that are no storm, however long they took.
  static final long FEWEST_POLLS = 1_000;

  private final Seat seat;
  private final Watchdog watchdog;

  private @Nullable TaskCell<?> task; // What was polled at each look of this stretch.
  private long since;
  private long polls; // The task's, when the stretch began; so are the next ones.
  private long rewoken;
  private long nextReport; // After how many nanoseconds.

  SpinWatch(Seat seat, Watchdog watchdog) {
    this.seat = seat;
    this.watchdog = watchdog;
  }

  void look(@Nullable TaskCell<?> polled, long now, Consumer<Finding> found) {
    TaskLog log = polled == null ? null : polled.log();
    if (polled == null || log == null || !watchdog.isOurs(polled)) {
      return; // Between two polls, as it may well be in a storm.
    }
    long begun = log.polls() - polls; // Read first, so that what goes on meanwhile adds no rest.
    boolean restful = begun > log.rewoken() - rewoken;
    if (polled != task || restful) {
      begin(polled, log, now);
    } else if (begun >= FEWEST_POLLS && now - since >= nextReport) {
      report(polled, begun, now, found);
    }
  }

  private void begin(TaskCell<?> polled, TaskLog log, long now) {
    task = polled;
    since = now;
    rewoken = log.rewoken();
    polls = log.polls();
    nextReport = watchdog.thresholdNanos();
  }

  private void report(TaskCell<?> spinning, long begun, long now, Consumer<Finding> found) {
    long lasted = now - since;
    nextReport = Nanos.plus(lasted, lasted);
    long keptBack = watchdog.allowance().ask(now);
    if (keptBack != Allowance.KEEP_BACK) {
      found.accept(
          new WakeStorm(
              spinning.id(), seat.thread().getName(), begun, Duration.ofNanos(lasted), keptBack));
    }
  }
}
