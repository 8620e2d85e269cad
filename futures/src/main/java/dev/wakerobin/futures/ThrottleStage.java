package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import dev.wakerobin.Unit;
import java.util.List;
import java.util.concurrent.Callable;

/// The items with a pause after each.
final class ThrottleStage<T> extends Stage<T> {
  private final Source<T> source;
  private final Callable<? extends Future<?>> pauses;

  private boolean pausing;
  private Child<?> pause = new Child<>(Futures.<Unit>never());

  ThrottleStage(Stream<T> source, Callable<? extends Future<?>> pauses) {
    this.source = new Source<>(source);
    this.pauses = pauses;
  }

  @Override
  Next<T> step(Context context) throws Exception {
    if (pausing && !pause.poll(context).isReady()) {
      return Next.pending();
    }
    pausing = false;
    Next<T> answer = source.pollNext(context);
    if (answer instanceof Next.Item) {
      pause = new Child<>(pauses.call());
      // Polled at once, as a sleep counts from its first poll: the time that whoever takes the item
      // needs for it is part of the pause.
      pausing = !pause.poll(context).isReady();
    }
    return answer;
  }

  @Override
  void letGo() {
    Cancellable.cancelAll(List.of(pause, source).iterator());
  }
}
