package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A future that is made when it is first polled.
final class Lazy<T> extends Combined<T> {
  private final Callable<? extends Future<? extends T>> maker;

  private @Nullable Child<T> child; // Made by the first poll.

  Lazy(Callable<? extends Future<? extends T>> maker) {
    this.maker = Objects.requireNonNull(maker, "maker");
  }

  @Override
  Poll<T> step(Context context) throws Exception {
    Child<T> made = child;
    if (made == null) {
      made = new Child<>(Futures.same(maker.call()));
      child = made;
    }
    return made.poll(context);
  }

  @Override
  void letGo() {
    if (child != null) {
      child.cancel();
    }
  }
}
