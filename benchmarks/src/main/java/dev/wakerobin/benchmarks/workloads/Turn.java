package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.Objects;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.CompilerControl;

/// What the bodies await where there is no scheduler: ready at once, or pending once each time. It
/// can be awaited over and over, costs next to nothing, and does the same for Kotlin's.
final class Turn implements Future<Integer>, Continuation<Object> {
  private static final Context BY_HAND = Context.of(Waker.noop());
  private static final Integer ONE = 1;
  private static final Poll<Integer> READY = Poll.ready(ONE);

  private final boolean pending;
  private boolean asked;
  private int effect;
  private @Nullable Continuation<Object> suspended;
  private @Nullable Object result;

  /// @param pending whether it is pending once each time
  Turn(boolean pending) {
    this.pending = pending;
  }

  @Override
  public Poll<Integer> poll(Context context) {
    work();
    asked = pending && !asked;
    return asked ? Poll.pending() : READY;
  }

  /// Something of which the JIT compiler cannot foresee what it comes to after 1,000 times, as it
  /// can of a sum. Else there would be no loop left to measure.
  private void work() {
    effect = effect * 31 + (effect >>> 7) + 1;
  }

  /// Polls a body to its end. What kind of future that is it does not know, as a scheduler does
  /// not.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  static <T> T drive(Future<T> body) throws Exception {
    while (true) {
      if (body.poll(BY_HAND) instanceof Poll.Ready<T>(T value)) {
        return value;
      }
    }
  }

  /// The same as a suspending function of Kotlin.
  @SuppressWarnings("unchecked") // A continuation of anything takes a number.
  Object await(Continuation<?> caller) {
    work();
    if (!pending) {
      return ONE;
    }
    suspended = (Continuation<Object>) caller;
    return IntrinsicsKt.getCOROUTINE_SUSPENDED();
  }

  /// Starts a coroutine that has this for its completion, and resumes it to its end.
  @SuppressWarnings("unchecked") // It takes a number, or nothing in particular.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  Object drive(Continuation<?> body) {
    result = null;
    suspended = (Continuation<Object>) body;
    while (true) {
      Object end = result;
      if (end != null) {
        return end;
      }
      Continuation<Object> next = Objects.requireNonNull(suspended);
      suspended = null;
      next.resumeWith(ONE);
    }
  }

  @Override
  public CoroutineContext getContext() {
    return EmptyCoroutineContext.INSTANCE;
  }

  /// The end of the coroutine.
  @Override
  public void resumeWith(Object value) {
    result = value;
  }
}
