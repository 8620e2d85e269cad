package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// Each item with a function applied to it.
final class MapStage<A, B> extends Stage<B> {
  private final Source<A> source;
  private final ThrowingFunction<? super A, ? extends B> function;

  MapStage(Stream<A> source, ThrowingFunction<? super A, ? extends B> function) {
    this.source = new Source<>(source);
    this.function = function;
  }

  @Override
  Next<B> step(Context context) throws Exception {
    return switch (source.pollNext(context)) {
      case Next.Item<A>(A value) -> Next.item(function.apply(value));
      case Next.Pending<A> _ -> Next.pending();
      case Next.End<A> _ -> Next.end();
    };
  }

  @Override
  void letGo() {
    source.cancel();
  }
}
