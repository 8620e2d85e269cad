package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The items of several streams, as they come. Whoever has given one goes to the end of the line,
/// so none that always has something keeps the others from giving.
final class MergeStage<T> extends Stage<T> {
  private final ReadySet<Source<T>> sources = new ReadySet<>();

  MergeStage(Iterable<? extends Stream<? extends T>> streams) {
    streams.forEach(stream -> sources.add(new Source<>(Streams.same(stream))));
  }

  @Override
  Next<T> step(Context context) throws Exception {
    sources.listen(context.waker());
    for (Member<Source<T>> member = sources.take(); member != null; member = sources.take()) {
      switch (member.child.pollNext(context.withWaker(member))) {
        case Next.Item<T> item -> {
          sources.putBack(member);
          return item;
        }
        case Next.Pending<T> _ -> {}
        case Next.End<T> _ -> sources.remove(member);
      }
      if (sources.hasMore() && !context.tryProceed()) {
        return Next.pending();
      }
    }
    return sources.isEmpty() ? Next.end() : Next.pending();
  }

  @Override
  void letGo() {
    sources.cancelAll();
  }
}
