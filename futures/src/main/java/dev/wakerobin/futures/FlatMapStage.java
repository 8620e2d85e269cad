package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import java.util.List;

/// The items of a stream that is made of each item, one stream after the other.
final class FlatMapStage<A, B> extends Stage<B> {
  private final Source<A> outer;
  private final ThrowingFunction<? super A, ? extends Stream<? extends B>> function;

  private Source<B> inner = new Source<>(Over.stream()); // Over: the next one is due.

  FlatMapStage(
      Stream<A> outer, ThrowingFunction<? super A, ? extends Stream<? extends B>> function) {
    this.outer = new Source<>(outer);
    this.function = function;
  }

  @Override
  Next<B> step(Context context) throws Exception {
    do {
      Next<B> answer = inner.pollNext(context);
      if (!(answer instanceof Next.End)) {
        return answer;
      }
      switch (outer.pollNext(context)) {
        case Next.Item<A>(A value) -> inner = new Source<>(Streams.same(function.apply(value)));
        case Next.Pending<A> _ -> {
          return Next.pending();
        }
        case Next.End<A> _ -> {
          return Next.end();
        }
      }
    } while (context.tryProceed());
    return Next.pending();
  }

  @Override
  void letGo() {
    Cancellable.cancelAll(List.of(inner, outer).iterator());
  }
}
