package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import dev.wakerobin.Unit;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/// All items of a stream in one container, which is made when it is first needed.
final class Collect<T, A, R> extends Combined<R> {
  private final Collector<? super T, A, R> collector;
  private final Child<Unit> filling;
  private @Nullable A container;

  Collect(Stream<T> stream, Collector<? super T, A, R> collector) {
    this.collector = collector;
    this.filling =
        new Child<>(
            new ForEach<>(stream, item -> collector.accumulator().accept(container(), item)));
  }

  @Override
  Poll<R> step(Context context) throws Exception {
    return filling.poll(context).isReady()
        ? Poll.ready(collector.finisher().apply(container()))
        : Poll.pending();
  }

  private A container() {
    A made = container;
    if (made == null) {
      made = collector.supplier().get();
      container = made;
    }
    return made;
  }

  @Override
  void letGo() {
    filling.cancel();
  }
}
