package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// How another future has ended.
final class Settled<T> extends Combined<Outcome<T>> {
  private final Child<T> child;

  Settled(Future<T> future) {
    this.child = new Child<>(future);
  }

  @Override
  Poll<Outcome<T>> step(Context context) {
    try {
      return switch (child.poll(context)) {
        case Poll.Pending<T> _ -> Poll.pending();
        case Poll.Ready<T>(T value) -> Poll.ready(new Outcome.Value<>(value));
      };
    } catch (Throwable failure) {
      return Poll.ready(new Outcome.Failure<>(failure));
    }
  }

  @Override
  void letGo() {
    child.cancel();
  }
}
