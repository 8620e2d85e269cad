package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.benchmarks.contenders.Coroutine;
import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;

/// A coroutine that does nothing.
final class NoOp extends Coroutine {
  NoOp() {
    this(null);
  }

  private NoOp(@Nullable Continuation<?> completion) {
    super(completion);
  }

  @Override
  protected Coroutine started(Continuation<?> completion) {
    return new NoOp(completion);
  }

  @Override
  protected Object resume(Object value) {
    return DONE;
  }
}
