package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.util.Optional;

/// Work that ends early if a token is cancelled.
final class UntilCancelled<T> implements Future<Optional<T>> {
  private enum Stage {
    NEW,
    WORKING,
    OVER
  }

  private final CancellationToken token;
  private final Future<Unit> cancelled;
  private final Future<T> work;
  private Stage stage = Stage.NEW;

  UntilCancelled(CancellationToken token, Future<T> work) {
    this.token = token;
    this.cancelled = token.cancelled();
    this.work = work;
  }

  @Override
  public Poll<Optional<T>> poll(Context context) throws Exception {
    if (stage == Stage.OVER) {
      throw new IllegalStateException("a future was polled after its end: make a new one");
    }
    if (stage == Stage.NEW && token.isCancelled()) {
      return stop();
    }
    stage = Stage.WORKING;
    return switch (pollWork(context)) {
      case Poll.Ready<T>(T value) -> {
        stage = Stage.OVER;
        cancelled.cancel();
        yield Poll.ready(Optional.of(value));
      }
      case Poll.Pending<T> _ -> cancelled.poll(context).isReady() ? stop() : Poll.pending();
    };
  }

  private Poll<T> pollWork(Context context) throws Exception {
    try {
      return work.poll(context);
    } catch (Throwable thrown) {
      stage = Stage.OVER;
      cancelled.cancel();
      throw thrown;
    }
  }

  private Poll<Optional<T>> stop() {
    stage = Stage.OVER;
    work.cancel();
    return Poll.ready(Optional.empty());
  }

  @Override
  public void cancel() {
    if (stage != Stage.OVER) {
      stage = Stage.OVER;
      cancelled.cancel();
      work.cancel();
    }
  }
}
