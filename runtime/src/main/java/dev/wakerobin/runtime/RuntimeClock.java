package dev.wakerobin.runtime;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The clock as one runtime sees it: nanoseconds since it was built, which never wrap; and the same
/// as an [Instant] that never goes back, whatever happens to the wall clock.
final class RuntimeClock {
  private final Clock clock;
  private final long builtAtNanos;
  private final Instant builtAt;

  RuntimeClock(Clock clock) {
    this.clock = clock;
    this.builtAtNanos = clock.nanoTime();
    this.builtAt =
        switch (clock) {
          case SystemClock _ -> Instant.now();
          case ManualClock _, VirtualClock _ -> Instant.EPOCH.plusNanos(builtAtNanos);
        };
  }

  /// The clock itself, if it is one that jumps.
  @Nullable VirtualClock virtual() {
    return clock instanceof VirtualClock jumps ? jumps : null;
  }

  long nanos() {
    return clock.nanoTime() - builtAtNanos;
  }

  Instant now() {
    return instantAt(nanos());
  }

  Instant instantAt(long nanos) {
    return builtAt.plusNanos(nanos);
  }

  /// When that instant will be; one beyond 292 years is never.
  long nanosAt(Instant instant) {
    return Nanos.of(Duration.between(builtAt, instant));
  }

  /// How long to really sleep until then.
  long realNanosUntil(long nanos) {
    return nanos == Timers.NEVER ? Timers.NEVER : clock.realNanos(Math.max(0, nanos - nanos()));
  }
}
