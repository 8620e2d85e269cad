package dev.wakerobin.runtime;

import dev.wakerobin.spi.Parker;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One thread's place to sleep. Of all that sleep, one watches the timers: see [EventWatch].
///
/// ```
///           park                     unpark
///   EMPTY ────────▶ PARKED    EMPTY ────────▶ PERMIT
///     ▲               │ unpark                  │
///     │               ▼                         │ park
///     └────────── PERMIT ◀── (and stirred)      │
///     ▲   park ends                             │
///     └─────────────────────────────────────────┘
/// ```
final class EventParker implements Parker {
  private enum State {
    EMPTY,
    PARKED,
    PERMIT
  }

  private final EventWatch watch;
  private final Instruments instruments;
  private final AtomicReference<State> state = new AtomicReference<>(State.EMPTY);
  private volatile long sleeps; // How many have begun. Written by who parks, before PARKED.
  private volatile @Nullable Thread sleeper; // Whoever parked here last.

  EventParker(EventWatch watch, Instruments instruments) {
    this.watch = watch;
    this.instruments = instruments;
  }

  @Override
  public void park() {
    sleep(Timers.NEVER);
  }

  @Override
  public void parkNanos(long nanos) {
    sleep(Nanos.plus(System.nanoTime(), nanos));
  }

  private void sleep(long until) {
    Thread me = Thread.currentThread();
    sleeper = me;
    countSleep();
    if (state.compareAndSet(State.EMPTY, State.PARKED)) {
      instruments.parked();
      boolean served = false;
      while (!served && state.get() == State.PARKED && !me.isInterrupted() && left(until) > 0) {
        served = watch.sleepOnce(this, left(until));
      }
      instruments.unparked();
    }
    state.set(State.EMPTY); // Takes the permit, if there was one.
    watch.leave(this);
  }

  private void countSleep() {
    long one = sleeps + 1;
    sleeps = one;
  }

  private static long left(long until) {
    return until == Timers.NEVER ? Timers.NEVER : until - System.nanoTime();
  }

  @Override
  public void unpark() {
    if (state.getAndSet(State.PERMIT) == State.PARKED) {
      stir();
    }
  }

  @Override
  public void serveEvents() {
    watch.serve();
  }

  @Override
  public boolean jump() {
    return watch.jump();
  }

  /// Whoever parks here has work, and counts as parked no more.
  void rise() {
    state.compareAndSet(State.PARKED, State.EMPTY);
  }

  /// Which sleep this is: another one has another number.
  long sleeps() {
    return sleeps;
  }

  boolean isParked() {
    return state.get() == State.PARKED;
  }

  /// Makes whoever is parked here look again, without a permit.
  void stir() {
    LockSupport.unpark(sleeper);
  }
}
