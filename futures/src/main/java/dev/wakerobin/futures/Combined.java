package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.spi.Birth;

/// A future made of others. To be extended: a subclass says how to go on and whom to let go, and
/// this class sees to it that whatever has not ended is let go, once, when this future ends.
///
/// ```
///   ready, or throws, or cancel()  ──▶  letGo() ──▶ cancel() of each child that has not ended
/// ```
abstract class Combined<T> implements Future<T> {
  private final Birth birth = Birth.of(this);
  private boolean over;

  /// Polls children until there is a value, or nothing to do but wait.
  abstract Poll<T> step(Context context) throws Exception;

  /// Cancels every child that has not ended.
  abstract void letGo();

  @Override
  public final Poll<T> poll(Context context) throws Exception {
    if (over) {
      throw Over.polledAgain("future");
    }
    birth.polled();
    Poll<T> answer;
    try {
      answer = step(context);
    } catch (Throwable failure) {
      over = true;
      letGoAfter(failure);
      throw failure;
    }
    if (answer.isReady()) {
      over = true;
      letGo(context);
    }
    return answer;
  }

  @Override
  public final void cancel() {
    birth.polled();
    if (!over) {
      over = true;
      letGo();
    }
  }

  /// A loser that fails to be cancelled does not take the value from the winner.
  private void letGo(Context context) {
    try {
      letGo();
    } catch (Throwable thrown) {
      context.report(thrown);
    }
  }

  private void letGoAfter(Throwable failure) {
    try {
      letGo();
    } catch (Throwable thrown) {
      Thrown.with(failure, thrown);
    }
  }
}
