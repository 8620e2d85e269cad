package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The first so many items.
final class TakeStage<T> extends Stage<T> {
  private final Source<T> source;
  private long left;

  TakeStage(Stream<T> source, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("one cannot take " + count + " items: take 0 or more");
    }
    this.source = new Source<>(source);
    this.left = count;
  }

  @Override
  Next<T> step(Context context) throws Exception {
    if (left == 0) {
      return Next.end();
    }
    Next<T> answer = source.pollNext(context);
    if (answer instanceof Next.Item && --left == 0) {
      letSourceGo(context); // With its last item, and not only when somebody asks for another one.
    }
    return answer;
  }

  private void letSourceGo(Context context) {
    try {
      source.cancel();
    } catch (Throwable thrown) {
      context.report(thrown);
    }
  }

  @Override
  void letGo() {
    source.cancel();
  }
}
