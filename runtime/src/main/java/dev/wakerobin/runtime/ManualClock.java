package dev.wakerobin.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until somebody moves it, so that an hour's time-out is tested in no
/// time.
///
/// It may be moved from any thread, and from inside a task. Timers that are due then fire on a
/// thread of the scheduler, as soon as one looks. One clock may serve several runtimes.
public final class ManualClock implements Clock {
  private final AtomicLong nanos = new AtomicLong();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  ManualClock() {}

  /// Moves this clock on.
  ///
  /// @throws IllegalArgumentException if the step is negative: time does not go back
  public void advance(Duration step) {
    Objects.requireNonNull(step, "step");
    if (step.isNegative()) {
      throw new IllegalArgumentException("time does not go back: the step is " + step);
    }
    nanos.updateAndGet(now -> Nanos.plus(now, Nanos.of(step)));
    listeners.forEach(Runnable::run);
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
