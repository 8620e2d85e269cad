package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A future that is given up when its time is up.
///
/// ```
///   each poll:   the future: ready? ──▶ the value, and the sleep is cancelled
///                the sleep:  ready? ──▶ the future is cancelled, and TimeoutException
/// ```
final class TimeLimit<T> implements Future<T> {
  private final Duration duration;
  private final Future<Unit> sleep;
  private final Future<T> future;

  TimeLimit(Duration duration, Future<T> future) {
    this.future = Objects.requireNonNull(future, "future");
    this.duration = Objects.requireNonNull(duration, "duration");
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "a timeout cannot be negative, and this is "
              + duration
              + ": give zero to ask the future once");
    }
    this.sleep = Tasks.sleep(duration); // Last: a sleep that was made has to be polled.
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    Poll<T> answer = pollFuture(context);
    if (answer.isReady()) {
      return answer;
    }
    // A future that uses up the budget in every poll would leave none to the clock, and never be
    // stopped; so the clock is asked outside of the budget.
    if (!sleep.poll(Context.of(context.waker())).isReady()) {
      return answer;
    }
    TimeoutException late = new TimeoutException("not ready within " + duration);
    try {
      future.cancel();
    } catch (Throwable thrown) {
      late.addSuppressed(thrown);
    }
    throw late;
  }

  /// The sleep does not outlive the future, whatever end that comes to.
  private Poll<T> pollFuture(Context context) throws Exception {
    boolean waits = false;
    try {
      Poll<T> answer = future.poll(context);
      waits = !answer.isReady();
      return answer;
    } finally {
      if (!waits) {
        sleep.cancel();
      }
    }
  }

  @Override
  public void cancel() {
    try {
      sleep.cancel();
    } finally {
      future.cancel();
    }
  }
}
