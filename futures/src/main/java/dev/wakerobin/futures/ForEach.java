package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import dev.wakerobin.Unit;

/// Does something with each item of a stream; ready when the stream has ended.
final class ForEach<T> extends Combined<Unit> {
  private final Source<T> source;
  private final ThrowingConsumer<? super T> action;

  ForEach(Stream<T> source, ThrowingConsumer<? super T> action) {
    this.source = new Source<>(source);
    this.action = action;
  }

  @Override
  Poll<Unit> step(Context context) throws Exception {
    do {
      switch (source.pollNext(context)) {
        case Next.Item<T>(T value) -> action.accept(value);
        case Next.Pending<T> _ -> {
          return Poll.pending();
        }
        case Next.End<T> _ -> {
          return Poll.ready();
        }
      }
    } while (context.tryProceed());
    return Poll.pending();
  }

  @Override
  void letGo() {
    source.cancel();
  }
}
