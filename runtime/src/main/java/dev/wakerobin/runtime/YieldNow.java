package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.spi.Birth;

/// Pending once, having rung already: the task goes to the end of the queue.
final class YieldNow implements Future<Unit> {
  private final Birth birth = Birth.of(this);
  private boolean yielded;

  @Override
  public Poll<Unit> poll(Context context) {
    if (yielded) {
      return Poll.ready();
    }
    birth.polled();
    yielded = true;
    if (context instanceof TaskContext task) {
      task.pollAgain();
    } else {
      context.waker().wake();
    }
    return Poll.pending();
  }

  @Override
  public void cancel() {
    birth.polled();
  }
}
