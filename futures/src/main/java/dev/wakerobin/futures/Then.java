package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import org.jspecify.annotations.Nullable;

/// First one future, then the one that is made of its value.
final class Then<A, B> extends Combined<B> {
  private final Child<A> first;
  private final ThrowingFunction<? super A, ? extends Future<? extends B>> function;

  private @Nullable Child<B> second; // Made when the first one is ready.

  Then(Future<A> first, ThrowingFunction<? super A, ? extends Future<? extends B>> function) {
    this.first = new Child<>(first);
    this.function = function;
  }

  @Override
  Poll<B> step(Context context) throws Exception {
    Child<B> current = second;
    if (current == null) {
      switch (first.poll(context)) {
        case Poll.Pending<A> _ -> {
          return Poll.pending();
        }
        case Poll.Ready<A>(A value) -> current = new Child<>(Futures.same(function.apply(value)));
      }
      second = current;
    }
    return current.poll(context); // Nobody else would, so it has to be polled for the first time.
  }

  @Override
  void letGo() {
    Child<?> current = second;
    if (current == null) {
      first.cancel();
    } else {
      current.cancel();
    }
  }
}
