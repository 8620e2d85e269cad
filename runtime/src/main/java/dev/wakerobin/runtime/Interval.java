package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import dev.wakerobin.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A clock that ticks for one task: at once, and then each time a period has passed.
///
/// ```java
/// Interval heartbeat = Tasks.interval(Duration.ofSeconds(1)).onMissed(MissedTicks.SKIP);
/// Future<Instant> next = heartbeat.tick();
/// ```
///
/// Ticks are counted from the first, so they do not drift. What becomes of those that went by while
/// nobody waited is up to [MissedTicks]: by default they are caught up with.
///
/// It is also a stream of its ticks, which has no end:
///
/// ```java
/// Streams.from(Tasks.interval(Duration.ofSeconds(1))).take(10)
/// ```
///
/// An interval belongs to one task: its methods are called by that task, or before it is spawned.
public final class Interval implements Stream<Instant> {
  private final Duration period;
  private MissedTicks missed = MissedTicks.BURST;
  private @Nullable Instant next; // None: at the first poll of the first tick.
  private @Nullable Tick streamed; // The one that the stream waits for.

  Interval(@Nullable Instant start, Duration period) {
    Objects.requireNonNull(period, "period");
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "an interval needs a period above zero, and this is " + period);
    }
    this.next = start;
    this.period = period;
  }

  /// Says what to do about missed ticks, from the next tick on. Answers this interval.
  public Interval onMissed(MissedTicks behaviour) {
    missed = Objects.requireNonNull(behaviour, "behaviour");
    return this;
  }

  /// What is done about missed ticks.
  public MissedTicks onMissed() {
    return missed;
  }

  /// How long it is from tick to tick.
  public Duration period() {
    return period;
  }

  /// The next tick comes a period from now, and the others are counted from there. A tick that is
  /// being awaited keeps its time.
  ///
  /// @throws IllegalStateException outside of a task
  public void reset() {
    next = Moments.plus(AsyncRuntime.current().now(), period);
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

  private Instant next() {
    Instant due = next;
    if (due == null) {
      due = AsyncRuntime.current().now();
      next = due; // From here on the ticks are counted, even if this one is cancelled.
    }
    return due;
  }

  private final class Tick implements Future<Instant> {
    private @Nullable Instant due;
    private @Nullable Future<Unit> sleep;

    @Override
    public Poll<Instant> poll(Context context) throws Exception {
      Instant mine = due;
      Future<Unit> rest = sleep;
      if (mine == null || rest == null) {
        mine = next();
        rest = Sleep.until(mine);
        due = mine;
        sleep = rest;
      }
      if (!rest.poll(context).isReady()) {
        return Poll.pending();
      }
      next = missed.after(mine, AsyncRuntime.current().now(), period);
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
