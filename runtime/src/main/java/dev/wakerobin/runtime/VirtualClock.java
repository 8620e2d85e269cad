package dev.wakerobin.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still while anything runs, and jumps to the next deadline when nothing does,
/// so that an hour's time-out is over in no time.
///
/// ```
///   tasks run        all asleep          tasks run
///   ──────────▶ 0 s ═══ jump ═══▶ 3600 s ──────────▶
/// ```
///
/// It jumps when every thread of the scheduler is parked without a permit and no blocking call is
/// under way. Threads that the runtime does not know of are not waited for: who wants to ring from
/// such a thread before time goes on moves a [ManualClock] instead. Several runtimes may share one;
/// it jumps when nothing runs in any of them, to the nearest deadline of all.
///
/// The idea is that of discrete event simulation, and of Trio's `autojump_clock`.
public final class VirtualClock implements Clock {

  /// Who lives by this clock.
  interface Host {
    /// Whether nothing runs, and nothing will until time goes on or a foreign thread rings.
    boolean isIdle();

    /// How long it is until the next deadline; empty if there is none.
    OptionalLong nanosToNextDeadline();
  }

  private final AtomicLong nanos = new AtomicLong();
  private final List<Host> hosts = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  VirtualClock() {}

  /// Moves this clock on by hand, whoever runs. Timers that are due then fire as soon as a thread
  /// of the scheduler looks.
  ///
  /// @throws IllegalArgumentException if the step is negative: time does not go back
  public void advance(Duration step) {
    Objects.requireNonNull(step, "step");
    if (step.isNegative()) {
      throw new IllegalArgumentException("time does not go back: the step is " + step);
    }
    move(Nanos.of(step));
  }

  private void move(long step) {
    nanos.updateAndGet(now -> Nanos.plus(now, step));
    listeners.forEach(Runnable::run);
  }

  /// Jumps to the next deadline if nothing runs. Called by each thread that has just shown that it
  /// is parked: the last one sees all the others. False if something runs, or nobody waits for a
  /// time.
  ///
  /// It looks and jumps under one lock. Of two threads that see that all sleep, the second would
  /// otherwise jump on when the first one's jump has woken a task already.
  synchronized boolean jumpIfIdle() {
    return hosts.stream().allMatch(Host::isIdle) && jump();
  }

  /// Jumps to the next deadline, whoever runs. False if there is none.
  synchronized boolean jump() {
    OptionalLong step =
        hosts.stream().flatMapToLong(host -> host.nanosToNextDeadline().stream()).min();
    if (step.isEmpty()) {
      return false;
    }
    if (step.getAsLong() > 0) { // Else somebody has jumped there already.
      move(step.getAsLong());
    }
    return true;
  }

  /// Whether nothing runs and nobody waits for a time: only a foreign thread can change that.
  boolean standsStill() {
    return hosts.stream().allMatch(host -> host.isIdle() && host.nanosToNextDeadline().isEmpty());
  }

  void enter(Host host) {
    hosts.add(host);
  }

  void leave(Host host) {
    hosts.remove(host);
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public long realNanos(long remaining) {
    return remaining <= 0 ? 0 : Long.MAX_VALUE;
  }

  @Override
  public void onMove(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void forget(Runnable listener) {
    listeners.remove(listener);
  }
}
