package dev.wakerobin.runtime;

import java.time.Duration;
import java.time.Instant;

/// What an [Interval] does about ticks that went by while nobody was there to see them.
///
/// The period is 100 ms, and whoever awaits the ticks is busy from 100 to 250:
///
/// ```
///   due       0     100     200     300     400     500
///   BURST     0     100 ·············250,  300     400     500    catches up at once
///   DELAY     0     100 ·············250       350     450        goes on from where it is
///   SKIP      0     100 ·············250   300     400     500    leaves out what was missed
///                              (due at 200)
/// ```
///
/// A tick counts as missed if it is seen more than 5 ms after it was due, or more than a period if
/// that is shorter: a little lateness is no reason for DELAY to drift. The three are those of
/// Tokio's `MissedTickBehavior`, and so are the 5 ms.
public enum MissedTicks {
  /// The missed ticks come one after the other without waiting, until all are there: their number
  /// is right. The default.
  BURST {
    @Override
    Instant afterMissed(Instant due, Instant now, Duration period) {
      return Moments.plus(due, period);
    }
  },

  /// The next tick comes a period after the late one was seen: two ticks are never closer than a
  /// period.
  DELAY {
    @Override
    Instant afterMissed(Instant due, Instant now, Duration period) {
      return Moments.plus(now, period);
    }
  },

  /// The next tick is the next one that is due by the count from the first: the rhythm is right.
  SKIP {
    @Override
    Instant afterMissed(Instant due, Instant now, Duration period) {
      Duration late = Duration.between(due, now);
      Duration sinceLast = late.minus(period.multipliedBy(late.dividedBy(period)));
      return Moments.plus(now, period.minus(sinceLast));
    }
  };

  private static final Duration TOLERANCE = Duration.ofMillis(5);

  /// When the next tick is due, after one that was seen just now.
  final Instant after(Instant due, Instant now, Duration period) {
    Duration tolerance = period.compareTo(TOLERANCE) < 0 ? period : TOLERANCE;
    return now.isAfter(Moments.plus(due, tolerance))
        ? afterMissed(due, now, period)
        : Moments.plus(due, period);
  }

  abstract Instant afterMissed(Instant due, Instant now, Duration period);
}
