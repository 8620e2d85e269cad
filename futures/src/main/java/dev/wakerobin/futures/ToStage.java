package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Polls a future and completes a stage with what comes out.
final class ToStage<T> extends Combined<Unit> {
  private final Child<T> child;
  private final CompletableFuture<T> stage = new CompletableFuture<>();
  private volatile Waker waker = Waker.noop();

  private ToStage(Future<T> future) {
    this.child = new Child<>(future);
    var _ = stage.whenComplete((_, _) -> waker.wake()); // Others may complete or cancel it, too.
  }

  static <T> CompletableFuture<T> start(Future<T> future, Consumer<? super Future<Unit>> spawn) {
    ToStage<T> driver = new ToStage<>(future);
    spawn.accept(driver);
    return driver.stage;
  }

  @Override
  Poll<Unit> step(Context context) {
    waker = context.waker();
    if (stage.isDone()) {
      return Poll.ready(); // The child is let go.
    }
    try {
      if (child.poll(context) instanceof Poll.Ready<T>(T value)) {
        stage.complete(value);
        return Poll.ready();
      }
      return Poll.pending();
    } catch (Throwable failure) {
      stage.completeExceptionally(
          failure); // It is the stage's to tell, so the task has not failed.
      return Poll.ready();
    }
  }

  @Override
  void letGo() {
    try {
      child.cancel();
    } finally {
      stage.cancel(false);
    }
  }
}
