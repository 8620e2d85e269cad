package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A completion stage as a future. Any thread may complete it while another one polls.
final class FromStage<T> implements Future<T> {
  private final CompletionStage<T> stage;

  private boolean listens; // The poller's alone.
  private volatile Waker waker = Waker.noop();
  private volatile @Nullable Outcome<T> outcome;

  FromStage(CompletionStage<T> stage) {
    this.stage = stage;
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    waker =
        context.waker(); // First the waker, then the look; the stage does it the other way round.
    if (!listens) {
      listens = true;
      stage.whenComplete(this::completed);
    }
    return switch (outcome) {
      case null -> Poll.pending();
      case Outcome.Value<T>(T value) -> Poll.ready(value);
      case Outcome.Failure<T>(Throwable cause) -> throw Thrown.fromPoll(cause);
    };
  }

  private void completed(@Nullable T value, @Nullable Throwable failure) {
    outcome = failure == null ? value(value) : new Outcome.Failure<>(unwrap(failure));
    waker.wake();
  }

  private static <T> Outcome<T> value(@Nullable T value) {
    return value != null
        ? new Outcome.Value<>(value)
        : new Outcome.Failure<>(
            new NullPointerException(
                "the stage completed with null: use stage.thenApply(_ -> Unit.UNIT)"));
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  @Override
  public void cancel() {
    try {
      stage.toCompletableFuture().cancel(false);
    } catch (UnsupportedOperationException _) {
      // Then it goes on to its end, and nobody listens.
    }
    waker = Waker.noop();
  }
}
