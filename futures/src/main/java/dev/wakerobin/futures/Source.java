package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import java.util.Objects;

/// A stream of which another one is made. It is never polled or cancelled after its end, and
/// cancelled at most once.
final class Source<T> implements Cancellable {
  private Stream<T> stream;

  Source(Stream<T> stream) {
    this.stream = Objects.requireNonNull(stream, "stream");
  }

  /// Polls it; or says that it has ended, without asking it again.
  Next<T> pollNext(Context context) throws Exception {
    Stream<T> mine = stream;
    stream = Over.stream(); // If it throws, it has ended, and nothing remains to be done.
    Next<T> answer = mine.pollNext(context);
    if (answer == null) {
      throw Over.nullFromStream(mine);
    }
    if (!(answer instanceof Next.End)) {
      stream = mine;
    }
    return answer;
  }

  /// Whether it has ended, as far as we were told.
  boolean isOver() {
    return stream == Over.stream();
  }

  @Override
  public void cancel() {
    Stream<T> mine = stream;
    stream = Over.stream();
    mine.cancel();
  }
}
