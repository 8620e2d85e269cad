package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The items that pass.
final class FilterStage<T> extends Stage<T> {
  private final Source<T> source;
  private final ThrowingPredicate<? super T> passes;

  FilterStage(Stream<T> source, ThrowingPredicate<? super T> passes) {
    this.source = new Source<>(source);
    this.passes = passes;
  }

  @Override
  Next<T> step(Context context) throws Exception {
    do {
      Next<T> answer = source.pollNext(context);
      if (!(answer instanceof Next.Item<T>(T value)) || passes.test(value)) {
        return answer;
      }
    } while (context.tryProceed());
    return Next.pending();
  }

  @Override
  void letGo() {
    source.cancel();
  }
}
