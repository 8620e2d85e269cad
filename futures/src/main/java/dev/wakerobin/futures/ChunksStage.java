package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The items, so many at a time.
final class ChunksStage<T> extends Stage<List<T>> {
  private final Source<T> source;
  private final int size;

  private List<T> chunk = new ArrayList<>();

  ChunksStage(Stream<T> source, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a chunk has 1 item or more, and not " + size);
    }
    this.source = new Source<>(source);
    this.size = size;
  }

  @Override
  Next<List<T>> step(Context context) throws Exception {
    do {
      switch (source.pollNext(context)) {
        case Next.Item<T>(T value) -> chunk.add(value);
        case Next.Pending<T> _ -> {
          return Next.pending();
        }
        case Next.End<T> _ -> {
          return chunk.isEmpty() ? Next.end() : Next.item(takeChunk());
        }
      }
      if (chunk.size() == size) {
        return Next.item(takeChunk());
      }
    } while (context.tryProceed());
    return Next.pending();
  }

  private List<T> takeChunk() {
    List<T> full = chunk;
    chunk = new ArrayList<>();
    return Collections.unmodifiableList(full);
  }

  @Override
  void letGo() {
    source.cancel();
  }
}
