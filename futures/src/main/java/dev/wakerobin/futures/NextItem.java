package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import java.util.Optional;

/// The next item of a stream that is somebody else's.
final class NextItem<T> extends Combined<Optional<T>> {
  private final Stream<T> stream;

  NextItem(Stream<T> stream) {
    this.stream = stream;
  }

  @Override
  Poll<Optional<T>> step(Context context) throws Exception {
    return switch (stream.pollNext(context)) {
      case Next.Item<T>(T value) -> Poll.ready(Optional.of(value));
      case Next.Pending<T> _ -> Poll.pending();
      case Next.End<T> _ -> Poll.ready(Optional.empty());
    };
  }

  @Override
  void letGo() {
    // The stream is only lent.
  }
}
