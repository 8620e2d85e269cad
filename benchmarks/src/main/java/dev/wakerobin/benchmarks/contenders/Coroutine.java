package dev.wakerobin.benchmarks.contenders;

import kotlin.ResultKt;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.SuspendLambda;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.Job;
import org.jspecify.annotations.Nullable;

/// A suspending lambda of Kotlin, `{ … }` behind `launch`, in the form that its compiler gives it:
/// an object with the locals as fields and a method that goes on from where it was. It is written
/// in Java because the build has no Kotlin compiler; what it calls is the real library.
///
/// Where the compiler numbers the suspension points in a field `label`, the bodies here may use any
/// field from which it is plain how far they got.
public abstract class Coroutine extends SuspendLambda
    implements Function2<CoroutineScope, Continuation<? super Object>, Object> {
  /// What a suspending function answers if it did suspend.
  protected static final Object SUSPENDED = IntrinsicsKt.getCOROUTINE_SUSPENDED();

  /// What a suspending function without a value answers.
  protected static final Object DONE = kotlin.Unit.INSTANCE;

  private @Nullable CoroutineScope scope;

  /// One that was not started, if there is no completion, or one that is about to be.
  protected Coroutine(@Nullable Continuation<?> completion) {
    super(2, asObjects(completion));
  }

  /// The same with this completion: started anew.
  protected abstract Coroutine started(Continuation<?> completion);

  /// Goes on until it suspends or is done.
  protected abstract Object resume(Object value) throws InterruptedException;

  @Override
  protected final Object invokeSuspend(Object result) {
    ResultKt.throwOnFailure(result);
    try {
      return resume(result);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted within a coroutine", interrupted);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // A continuation of anything takes a unit.
  public final Continuation<kotlin.Unit> create(
      @Nullable Object receiver, Continuation<?> completion) {
    Coroutine started = started(completion);
    started.scope = (CoroutineScope) receiver;
    return (Continuation<kotlin.Unit>) (Continuation<?>) started;
  }

  @Override
  public final Object invoke(CoroutineScope receiver, Continuation<? super Object> completion) {
    return ((Coroutine) (Continuation<?>) create(receiver, completion)).invokeSuspend(DONE);
  }

  /// `launch { … }` in the scope of this coroutine.
  @SuppressWarnings({"unchecked", "rawtypes"})
  protected final Job launch(Coroutine body) {
    return BuildersKt.launch(
        scope(), EmptyCoroutineContext.INSTANCE, CoroutineStart.DEFAULT, (Function2) body);
  }

  /// `async { … }` in the scope of this coroutine.
  protected final Deferred<Object> async(Coroutine body) {
    return BuildersKt.async(scope(), EmptyCoroutineContext.INSTANCE, CoroutineStart.DEFAULT, body);
  }

  /// What `this` is inside of the lambda.
  protected final CoroutineScope scope() {
    CoroutineScope present = scope;
    if (present == null) {
      throw new IllegalStateException("this coroutine was not started: give it to launch()");
    }
    return present;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Kotlin's own constructor takes null here.
  private static Continuation<Object> asObjects(@Nullable Continuation<?> completion) {
    return (Continuation<Object>) completion;
  }
}
