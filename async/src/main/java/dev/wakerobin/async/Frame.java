package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Suspended;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The future of an async body: where the body stands, and the variables that live across an await.
///
/// One subclass is made for each body. Its fields bear the names of the body's variables; its
/// `poll` is the body's code, with a way out and a way back in at each await:
///
/// ```
///   0 ──poll──▶ runs ──await, pending──▶ k ──poll, ready──▶ runs ──return, throw──▶ ENDED
///   │                                    │                                            ▲
///   └──────────────cancel────────────────┴──cancel: finally blocks run────────────────┘
/// ```
///
/// Only generated classes extend it.
///
/// @param <T> what the body returns
public abstract class Frame<T> implements Future<T>, FrameMaker, Suspended {
  /// The state of a body that has returned, thrown, or was cancelled.
  protected static final int ENDED = -1;

  /// 0: not started; k: suspended at its k-th await; or [#ENDED]. While the body runs it is what it
  /// was before. Touched only by the thread that polls; others may read it for a dump.
  protected int state;

  /// What a suspended body waits for. It is null unless the body is suspended.
  @SuppressWarnings("NullAway.Init")
  protected Future<?> awaiting;

  /// For generated classes.
  protected Frame() {}

  /// A frame for another evaluation of the same lambda expression.
  @Override
  public abstract Future<?> make(Object body);

  /// Where the body comes from: see [Script].
  protected abstract String script();

  /// Full rights in the generated class. A class that was made ahead of time gives its own, for its
  /// package need not be open to this module.
  protected Lookup lookup() {
    try {
      return MethodHandles.privateLookupIn(getClass(), MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(getClass() + " was not made by this module", e);
    }
  }

  /// Lets go of everything the variables hold.
  protected abstract void forget();

  /// Runs the `finally` blocks of a suspended body: what it waits for is cancelled, and its await
  /// fails with a [CancelledAwait]. Whatever else is thrown by them is thrown here, to be reported.
  @Override
  public final void cancel() {
    if (state > 0) {
      Future<?> awaited = awaiting;
      awaiting = new CancelledFuture(this);
      try {
        awaited.cancel();
      } finally {
        unwind();
      }
    }
    state = ENDED;
    forget();
  }

  @SuppressWarnings("NullAway") // No context is what says that a cancel is under way.
  private void unwind() {
    try {
      poll(null);
    } catch (CancelledAwait e) {
      if (e.getSuppressed().length > 0) {
        throw e.traced();
      }
    } catch (Exception e) {
      throw Thrown.unchecked(e);
    }
  }

  /// The await that the body is suspended at, as file and line; nothing if it is not suspended.
  ///
  /// It may be called by any thread, and is a snapshot: while the body is being polled it tells
  /// where it was suspended last.
  public final Optional<StackTraceElement> where() {
    int at = state;
    return at > 0 ? Optional.of(Script.of(this).position(at)) : Optional.empty();
  }

  /// The chain of awaits: where this body is suspended, and before it, where the body is that it
  /// waits for, and so on; innermost first, as in a stack trace. A snapshot, as [#where()] is.
  @Override
  public final List<StackTraceElement> trace() {
    return chain((frame, script, at) -> script.position(at));
  }

  /// The same with the variables of each body that it will need when it goes on.
  @Override
  public final List<Stop> stops() {
    return chain(
        (frame, script, at) -> new Stop(script.position(at), Variables.of(frame, script, at)));
  }

  private interface Look<L> {
    L at(Frame<?> frame, Script script, int state);
  }

  private <L> List<L> chain(Look<L> look) {
    List<L> innermostLast = new ArrayList<>();
    Object next = this;
    while (next instanceof Frame<?> frame) {
      int at = frame.state;
      if (at <= 0) {
        break;
      }
      innermostLast.add(look.at(frame, Script.of(frame), at));
      next = frame.awaiting;
    }
    return innermostLast.reversed();
  }

  /// The body and where it stands, for people.
  @Override
  public final String toString() {
    Script script = Script.of(this);
    int at = state;
    if (at == 0) {
      return "async %s, not started".formatted(script.function());
    }
    if (at == ENDED) {
      return "async %s, ended".formatted(script.function());
    }
    return "async %s, awaiting at %s: %s".formatted(script.function(), script.place(at), awaiting);
  }

  /// Called by generated code with its prototype, once; answers how to ask a lambda for what it has
  /// captured.
  protected static MethodHandle present(Frame<?> prototype) {
    return Introduction.complete(prototype);
  }

  /// Called by generated code with an answer that is not ready.
  protected static void expectPending(Poll<?> answer) {
    Objects.requireNonNull(answer, "the awaited future answered null: answer Poll.pending()");
  }

  /// Called by generated code at an await during a cancel. What is answered is thrown there; a
  /// [CancelledAwait] is thrown past all handlers, to end a loop that never does.
  protected final Throwable refuse(Future<?> future) {
    if (!(awaiting instanceof CancelledFuture)) {
      awaiting = new CancelledFuture(this);
    }
    return ((CancelledFuture) awaiting).refuse(future);
  }

  /// Called by generated code when the body is polled after its end.
  protected final Throwable polledAfterEnd() {
    return Restriction.POLLED_AFTER_END.with(Script.of(this).function());
  }

  /// Called by generated code when a body that awaits is called, and not given to `async`.
  protected final Throwable calledAsItStands() {
    return Restriction.OUTSIDE_BODY.with("a call of run() of " + Script.of(this).function());
  }

  /// Called by generated code when a body that does not await is called.
  protected final Object call() throws Exception {
    Poll<?> answer = make(this).poll(Context.of(Waker.noop()));
    return ((Poll.Ready<?>) answer).value();
  }

  /// Called by generated code for `awaitAll`.
  protected static Future<?> all(List<? extends Future<?>> futures) {
    return new AllOf<>(futures);
  }

  /// Called by generated code for `awaitAll`.
  protected static Future<?> all(Future<?>[] futures) {
    return new AllOf<>(Arrays.asList(futures));
  }
}
