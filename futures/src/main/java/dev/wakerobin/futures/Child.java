package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.Objects;

/// A future of which, with others, another one is made. It is never polled or cancelled after its
/// end, and cancelled at most once: this is the only place where that has to be thought of.
final class Child<T> implements Cancellable {
  private Future<T> future;

  Child(Future<T> future) {
    this.future = Objects.requireNonNull(future, "future");
  }

  /// Polls it.
  ///
  /// @throws IllegalStateException if it has ended
  Poll<T> poll(Context context) throws Exception {
    Future<T> mine = future;
    future = Over.future(); // If it throws, it has ended, and nothing remains to be done.
    Poll<T> answer = mine.poll(context);
    if (answer == null) {
      throw Over.nullFromFuture(mine);
    }
    if (!answer.isReady()) {
      future = mine;
    }
    return answer;
  }

  @Override
  public void cancel() {
    Future<T> mine = future;
    future = Over.future();
    mine.cancel();
  }
}
