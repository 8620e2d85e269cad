package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import dev.wakerobin.Unit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A clock that ticks for one task: at once, and then each time a period has passed.
///
/// Ticks are counted from the first, so they do not drift. Who comes late finds the ticks that he
/// missed waiting, one after the other, until he has caught up (Tokio calls this burst).
///
/// It is also a stream of its ticks, which has no end:
///
/// ```java
/// Streams.from(Tasks.interval(Duration.ofSeconds(1))).take(10)
/// ```
public final class Interval implements Stream<Instant> {
  private final Duration period;
  private @Nullable Instant next; // None before the first tick. The ticking task's alone.
  private @Nullable Tick streamed; // The one that the stream waits for.

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

  /// The next tick, with the time that it was due.
  @Override
  public Next<Instant> pollNext(Context context) throws Exception {
    Tick tick = streamed;
    if (tick == null) {
      tick = new Tick();
      streamed = tick;
    }
    if (!(tick.poll(context) instanceof Poll.Ready<Instant>(Instant due))) {
      return Next.pending();
    }
    streamed = null;
    return Next.item(due);
  }

  @Override
  public void cancel() {
    if (streamed != null) {
      streamed.cancel();
    }
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
