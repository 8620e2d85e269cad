package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A clock that ticks for one task: at once, and then each time a period has passed.
///
/// Ticks are counted from the first, so they do not drift. Who comes late finds the ticks that he
/// missed waiting, one after the other, until he has caught up (Tokio calls this burst).
public final class Interval {
  private final Duration period;
  private @Nullable Instant next; // None before the first tick. The ticking task's alone.

  Interval(Duration period) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "an interval needs a period above zero, and this is " + period);
    }
    this.period = period;
  }

  /// Ready at the next tick, with the time that the tick was due. A tick that was cancelled while
  /// it was waited for is not lost: the next call waits for the same one.
  public Future<Instant> tick() {
    return new Tick();
  }

  private final class Tick implements Future<Instant> {
    private @Nullable Instant due;
    private @Nullable Future<Unit> sleep;

    @Override
    public Poll<Instant> poll(Context context) throws Exception {
      Instant mine = due;
      Future<Unit> rest = sleep;
      if (mine == null || rest == null) {
        mine = next != null ? next : AsyncRuntime.current().now();
        next = mine; // From here on the ticks are counted, even if this one is cancelled.
        rest = Sleep.until(mine);
        due = mine;
        sleep = rest;
      }
      if (!rest.poll(context).isReady()) {
        return Poll.pending();
      }
      next = mine.plus(period);
      return Poll.ready(mine);
    }

    @Override
    public void cancel() {
      if (sleep != null) {
        sleep.cancel();
      }
    }
  }
}
