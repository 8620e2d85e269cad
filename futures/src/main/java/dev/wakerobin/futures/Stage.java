package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// A stream made of others. To be extended: a subclass says how to go on and whom to let go, and
/// this class sees to it that whatever has not ended is let go, once, when this stream ends. What
/// [Combined] is for futures.
abstract class Stage<T> implements Stream<T> {
  private enum State {
    RUNNING,
    ENDED,
    FAILED_OR_CANCELLED
  }

  private State state = State.RUNNING;

  /// Polls what it is made of until there is an item, the end, or nothing to do but wait.
  ///
  /// A loop in here that could go round without end asks the budget before each turn but the first:
  /// so it starves nobody, and still gets on however many stages lie on top of each other.
  abstract Next<T> step(Context context) throws Exception;

  /// Cancels everything that has not ended.
  abstract void letGo();

  @Override
  public final Next<T> pollNext(Context context) throws Exception {
    return switch (state) {
      case ENDED -> Next.end();
      case FAILED_OR_CANCELLED -> throw Over.polledAgain("stream");
      case RUNNING -> go(context);
    };
  }

  private Next<T> go(Context context) throws Exception {
    Next<T> answer;
    try {
      answer = step(context);
    } catch (Throwable failure) {
      state = State.FAILED_OR_CANCELLED;
      letGoAfter(failure);
      throw failure;
    }
    if (answer instanceof Next.End) {
      state = State.ENDED;
      letGo(context);
    }
    return answer;
  }

  @Override
  public final void cancel() {
    if (state == State.RUNNING) {
      state = State.FAILED_OR_CANCELLED;
      letGo();
    }
  }

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
