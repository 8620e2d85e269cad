package dev.wakerobin.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Whether nothing runs in a runtime: no thread of its scheduler, no blocking call, and no timer is
/// just being fired.
///
/// Threads come and go while one looks, so one look is not enough. Each parker counts its sleeps;
/// who is found in the same sleep twice slept all the while. So if that holds for all of them,
/// there was a moment between the two looks when all slept at once, and what was seen then of calls
/// and timers was true together with it.
final class Idleness implements VirtualClock.Host {
  private final List<EventParker> parkers = new CopyOnWriteArrayList<>();
  private final AtomicInteger firing = new AtomicInteger(); // Threads that are firing timers.
  private final RuntimeClock clock;
  private final Timers timers;
  private final BooleanSupplier callsAreOver;

  Idleness(RuntimeClock clock, Timers timers, BooleanSupplier callsAreOver) {
    this.clock = clock;
    this.timers = timers;
    this.callsAreOver = callsAreOver;
  }

  List<EventParker> parkers() {
    return parkers;
  }

  /// Which sleep this is: if it is the same as before, nobody has been up in between.
  long sleeps() {
    return parkers.stream().mapToLong(EventParker::sleeps).sum();
  }

  void beginFiring() {
    firing.incrementAndGet();
  }

  void endFiring() {
    firing.decrementAndGet();
  }

  @Override
  public boolean isIdle() {
    List<Long> sleeps = new ArrayList<>();
    for (EventParker each : parkers) {
      sleeps.add(each.sleeps());
      if (!each.isParked()) {
        return false;
      }
    }
    // Due first: what is due no more is being fired, or whoever fired it has risen.
    boolean quiet = !timers.anyDue() && firing.get() == 0 && callsAreOver.getAsBoolean();
    if (!quiet || sleeps.isEmpty()) {
      return false;
    }
    for (int i = 0; i < sleeps.size(); i++) {
      EventParker each = parkers.get(i);
      if (!each.isParked() || each.sleeps() != sleeps.get(i)) {
        return false;
      }
    }
    return true;
  }

  boolean callsAreOver() {
    return callsAreOver.getAsBoolean();
  }

  @Override
  public OptionalLong nanosToNextDeadline() {
    long next = timers.nextDeadline();
    return next == Timers.NEVER
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, next - clock.nanos()));
  }
}
