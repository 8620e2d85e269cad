package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.Objects;
import java.util.function.Supplier;

/// Some work done while holding something, which is given back whatever becomes of the work: done,
/// failed or cancelled. Where nothing is dropped by itself, this is what keeps an aborted task from
/// holding a lock for ever.
final class WhileHolding<T> implements Future<T> {

  /// Where it is. The thread that polls or cancels goes from one to the next.
  private sealed interface Stage<T> {
    record Acquiring<T>(Future<? extends Held> acquire, Supplier<Future<T>> work)
        implements Stage<T> {}

    record Working<T>(Held held, Future<T> work) implements Stage<T> {}

    record Over<T>() implements Stage<T> {}
  }

  private Stage<T> stage;

  WhileHolding(Future<? extends Held> acquire, Supplier<Future<T>> work) {
    this.stage = new Stage.Acquiring<>(acquire, Objects.requireNonNull(work, "work"));
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    return switch (stage) {
      case Stage.Acquiring<T>(Future<? extends Held> acquire, Supplier<Future<T>> work) ->
          acquire(acquire, work, context);
      case Stage.Working<T> working -> work(working, context);
      case Stage.Over<T> _ ->
          throw new IllegalStateException(
              "a future was polled after its end: make a new one for each piece of work");
    };
  }

  private Poll<T> acquire(Future<? extends Held> acquire, Supplier<Future<T>> work, Context context)
      throws Exception {
    Poll<? extends Held> answer;
    try {
      answer = acquire.poll(context);
    } catch (Throwable thrown) {
      stage = new Stage.Over<>();
      throw thrown;
    }
    return switch (answer) {
      case Poll.Pending<? extends Held> _ -> Poll.pending();
      case Poll.Ready<? extends Held>(Held held) -> begin(held, work, context);
    };
  }

  private Poll<T> begin(Held held, Supplier<Future<T>> work, Context context) throws Exception {
    Stage.Working<T> working;
    try {
      working =
          new Stage.Working<>(held, Objects.requireNonNull(work.get(), "the future of the work"));
    } catch (Throwable thrown) {
      stage = new Stage.Over<>();
      held.close();
      throw thrown;
    }
    stage = working;
    return work(working, context);
  }

  private Poll<T> work(Stage.Working<T> working, Context context) throws Exception {
    boolean goesOn = false;
    try {
      Poll<T> answer = working.work().poll(context);
      goesOn = answer instanceof Poll.Pending;
      return answer;
    } finally {
      if (!goesOn) {
        stage = new Stage.Over<>();
        working.held().close();
      }
    }
  }

  @Override
  public void cancel() {
    Stage<T> last = stage;
    stage = new Stage.Over<>();
    switch (last) {
      case Stage.Acquiring<T> acquiring -> acquiring.acquire().cancel();
      case Stage.Working<T> working -> {
        try {
          working.work().cancel();
        } finally {
          working.held().close();
        }
      }
      case Stage.Over<T> _ -> {}
    }
  }
}
