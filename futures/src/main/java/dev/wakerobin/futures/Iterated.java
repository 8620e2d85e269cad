package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// The items of a collection.
final class Iterated<T> implements Stream<T> {
  private final Iterable<? extends T> items;
  private @Nullable Iterator<? extends T> rest; // Made by the first poll.

  Iterated(Iterable<? extends T> items) {
    this.items = items;
  }

  @Override
  public Next<T> pollNext(Context context) {
    if (rest == null) {
      rest = items.iterator();
    }
    return rest.hasNext() ? Next.item(rest.next()) : Next.end();
  }
}
