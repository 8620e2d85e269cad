package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A future that is given up when a clock says so. The future is asked first.
final class Timeout<T, C> extends Combined<T> {
  private final Child<T> child;
  private final Child<C> clock;

  Timeout(Future<T> future, Future<C> clock) {
    this.child = new Child<>(future);
    this.clock = new Child<>(Objects.requireNonNull(clock, "clock"));
  }

  @Override
  Poll<T> step(Context context) throws Exception {
    Poll<T> answer = child.poll(context);
    if (answer.isReady()) {
      return answer;
    }
    // A child that uses up the budget in every poll would leave none to the clock, and never be
    // stopped; so the clock is asked outside of the budget.
    if (clock.poll(Context.of(context.waker())).isReady()) {
      throw new TimeoutException("the time was up before the future was ready");
    }
    return answer;
  }

  @Override
  void letGo() {
    Cancellable.cancelAll(List.of(child, clock).iterator());
  }
}
