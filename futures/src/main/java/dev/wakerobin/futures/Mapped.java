package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// The value of another future, with a function applied to it.
final class Mapped<A, B> extends Combined<B> {
  private final Child<A> child;
  private final ThrowingFunction<? super A, ? extends B> function;

  Mapped(Future<A> future, ThrowingFunction<? super A, ? extends B> function) {
    this.child = new Child<>(future);
    this.function = function;
  }

  @Override
  Poll<B> step(Context context) throws Exception {
    return switch (child.poll(context)) {
      case Poll.Pending<A> _ -> Poll.pending();
      case Poll.Ready<A>(A value) -> Poll.ready(function.apply(value));
    };
  }

  @Override
  void letGo() {
    child.cancel();
  }
}
