package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.function.Function;

/// Does something with the value of a future once it is there, for tests. If it is cancelled
/// before, the something is not done.
record Then<S, T>(Future<S> first, Function<S, T> next) implements Future<T> {

  @Override
  public Poll<T> poll(Context context) throws Exception {
    return switch (first.poll(context)) {
      case Poll.Pending<S> _ -> Poll.pending();
      case Poll.Ready<S>(S value) -> Poll.ready(next.apply(value));
    };
  }

  @Override
  public void cancel() {
    first.cancel();
  }
}
