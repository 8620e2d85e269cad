package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.spi.Birth;

/// Pending once, having asked for another poll: the task goes to the end of the queue.
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
    context.pollAgain();
    return Poll.pending();
  }

  @Override
  public void cancel() {
    birth.polled();
  }
}
