package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// Awaits a future and gives something else if that fails, for tests of what is aborted.
final class Settled<T> implements Future<T> {
  private final Future<T> future;
  private final T otherwise;

  Settled(Future<T> future, T otherwise) {
    this.future = future;
    this.otherwise = otherwise;
  }

  @Override
  public Poll<T> poll(Context context) {
    try {
      return future.poll(context);
    } catch (Exception _) {
      return Poll.ready(otherwise);
    }
  }

  @Override
  public void cancel() {
    future.cancel();
  }
}
