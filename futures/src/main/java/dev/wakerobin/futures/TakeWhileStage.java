package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The items before the first one that does not pass.
final class TakeWhileStage<T> extends Stage<T> {
  private final Source<T> source;
  private final ThrowingPredicate<? super T> passes;

  TakeWhileStage(Stream<T> source, ThrowingPredicate<? super T> passes) {
    this.source = new Source<>(source);
    this.passes = passes;
  }

  @Override
  Next<T> step(Context context) throws Exception {
    Next<T> answer = source.pollNext(context);
    return answer instanceof Next.Item<T>(T value) && !passes.test(value) ? Next.end() : answer;
  }

  @Override
  void letGo() {
    source.cancel();
  }
}
