package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.spi.Suspended;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Polls the body of a [TaskScope], and is ready when it and all children have ended.
///
/// ```
///   body runs ──ready──────────────▶ wait for children ──▶ the body's value
///       │  └────throws──▶ abort children ──▶ wait for them ──▶ throws
///       └─child fails───▶ cancel the body ──▶ wait for them ──▶ throws
/// ```
final class ScopeFuture<T> implements Future<T>, Suspended {
  private final Function<? super TaskScope, ? extends Future<T>> maker;
  private final boolean failFast;

  private @Nullable TaskScope scope; // Made by the first poll, as is the body.
  private @Nullable Future<T> body; // None once it has ended.
  private Poll<T> value = Poll.pending();

  ScopeFuture(Function<? super TaskScope, ? extends Future<T>> maker, boolean failFast) {
    this.maker = maker;
    this.failFast = failFast;
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    TaskScope mine = scope;
    if (mine == null) {
      mine = new TaskScope(AsyncRuntime.current().engine(), failFast);
      scope = mine;
      makeBody(mine);
    }
    mine.rings(context.waker());
    Future<T> running = body;
    if (running != null) {
      goOn(mine, running, context);
    }
    return mine.tryEnd() ? result(mine) : Poll.pending();
  }

  @Override
  public List<StackTraceElement> trace() {
    Future<T> running = body;
    return running == null ? List.of() : Suspension.traceOf(running);
  }

  @Override
  public List<Stop> stops() {
    Future<T> running = body;
    return running == null ? List.of() : Suspension.stopsOf(running);
  }

  private void makeBody(TaskScope mine) {
    try {
      Future<T> made = maker.apply(mine);
      body =
          TaskScope.ENCLOSING.with(
              mine, Objects.requireNonNull(made, "the body of a scope was null: make a future"));
    } catch (Throwable thrown) {
      mine.fail(thrown);
      mine.bodyHasEnded();
    }
  }

  private void goOn(TaskScope mine, Future<T> running, Context context) {
    try {
      if (mine.isEnding()) {
        end(mine);
        running.cancel();
        return;
      }
      Poll<T> answer =
          Objects.requireNonNull(
              running.poll(context),
              "the body of a scope answered null: answer Poll.ready(value) or Poll.pending()");
      if (answer.isReady()) {
        value = answer;
        end(mine);
      }
    } catch (Throwable thrown) {
      mine.fail(thrown);
      end(mine);
    }
  }

  private void end(TaskScope mine) {
    body = null;
    mine.bodyHasEnded();
  }

  private Poll<T> result(TaskScope mine) throws Exception {
    return switch (mine.failure()) {
      case null -> value;
      case Exception exception -> throw exception;
      case Error error -> throw error;
      case Throwable other ->
          throw new IllegalStateException("a scope's body threw " + other, other);
    };
  }

  @Override
  public void cancel() {
    TaskScope mine = scope;
    if (mine == null) {
      return;
    }
    try {
      Future<T> running = body;
      if (running != null) {
        end(mine);
        running.cancel(); // What scopes inside hand on comes to this one, and goes on from here.
      }
    } finally {
      mine.abandon();
    }
  }
}
