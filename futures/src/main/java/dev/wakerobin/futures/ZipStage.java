package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import java.util.List;

/// The first items of two streams, then their second ones, and so on, until one of them ends.
final class ZipStage<A, B> extends Stage<Pair<A, B>> {
  private final Source<A> left;
  private final Source<B> right;

  private Next<A> leftItem = Next.pending(); // An item while it waits for its counterpart.
  private Next<B> rightItem = Next.pending();

  ZipStage(Stream<A> left, Stream<B> right) {
    this.left = new Source<>(left);
    this.right = new Source<>(right);
  }

  @Override
  Next<Pair<A, B>> step(Context context) throws Exception {
    if (leftItem instanceof Next.Pending) {
      leftItem = left.pollNext(context);
    }
    if (rightItem instanceof Next.Pending && !(leftItem instanceof Next.End)) {
      rightItem = right.pollNext(context);
    }
    if (leftItem instanceof Next.End || rightItem instanceof Next.End) {
      return Next.end();
    }
    if (leftItem instanceof Next.Item<A>(A first) && rightItem instanceof Next.Item<B>(B second)) {
      leftItem = Next.pending();
      rightItem = Next.pending();
      return Next.item(new Pair<>(first, second));
    }
    return Next.pending();
  }

  @Override
  void letGo() {
    Cancellable.cancelAll(List.of(left, right).iterator());
  }
}
