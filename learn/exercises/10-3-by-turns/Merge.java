import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The items of two streams, as they come.
final class Merge<T> implements Stream<T> {
  private final Stream<T> left;
  private final Stream<T> right;

  Merge(Stream<T> left, Stream<T> right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Next<T> pollNext(Context context) throws Exception {
    // Your turn, here and below.
    return left.pollNext(context);
  }

  @Override
  public void cancel() {
  }
}
