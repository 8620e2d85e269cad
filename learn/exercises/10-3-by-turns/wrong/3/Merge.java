import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The items of two streams, as they come.
final class Merge<T> implements Stream<T> {
  private final Stream<T> left;
  private final Stream<T> right;
  private boolean rightFirst = true;

  Merge(Stream<T> left, Stream<T> right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Next<T> pollNext(Context context) throws Exception {
    rightFirst = !rightFirst;
    Next<T> answer = rightFirst ? right.pollNext(context) : left.pollNext(context);
    if (answer instanceof Next.Item<T>) {
      return answer;
    }
    Next<T> other = rightFirst ? left.pollNext(context) : right.pollNext(context);
    return answer instanceof Next.End<T> ? answer : other;
  }

  @Override
  public void cancel() {
    left.cancel();
    right.cancel();
  }
}
