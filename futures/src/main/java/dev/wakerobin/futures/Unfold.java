package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The values of one future after the other, each made when the one before it has ended, until one
/// is empty.
final class Unfold<T> extends Stage<T> {
  private final Callable<? extends Future<Optional<T>>> maker;

  private @Nullable Child<Optional<T>> child; // None between two items.

  Unfold(Callable<? extends Future<Optional<T>>> maker) {
    this.maker = maker;
  }

  @Override
  Next<T> step(Context context) throws Exception {
    Child<Optional<T>> current = child;
    if (current == null) {
      current = new Child<>(maker.call());
      child = current;
    }
    return switch (current.poll(context)) {
      case Poll.Ready<Optional<T>>(Optional<T> value) -> {
        child = null;
        yield value.<Next<T>>map(Next::item).orElseGet(Next::end);
      }
      case Poll.Pending<Optional<T>> _ -> Next.pending();
    };
  }

  @Override
  void letGo() {
    if (child != null) {
      child.cancel();
    }
  }
}
