package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One receive after the other: what a receiver does that is polled as a stream.
///
/// @param <A> what a receive answers
/// @param <T> what the stream gives
final class Following<A, T> {
  private final Supplier<Future<A>> receives;
  private final Function<A, Next<T>> meaning;
  private @Nullable Future<A> waiting; // The receive that was pending in the last poll.

  Following(Supplier<Future<A>> receives, Function<A, Next<T>> meaning) {
    this.receives = receives;
    this.meaning = meaning;
  }

  Next<T> pollNext(Context context) throws Exception {
    Future<A> receive = waiting == null ? receives.get() : waiting;
    waiting = null; // If it throws it is over.
    return switch (receive.poll(context)) {
      case Poll.Ready<A>(A answer) -> meaning.apply(answer);
      case Poll.Pending<A> _ -> {
        waiting = receive;
        yield Next.pending();
      }
    };
  }

  void cancel() {
    if (waiting != null) {
      waiting.cancel();
      waiting = null;
    }
  }
}
