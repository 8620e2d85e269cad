import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The items of two streams, as they come.
final class Merge<T> implements Stream<T> {
  private Stream<T> first; // Whose turn it is.
  private Stream<T> second;

  Merge(Stream<T> left, Stream<T> right) {
    this.first = left;
    this.second = right;
  }

  @Override
  public Next<T> pollNext(Context context) throws Exception {
    Next<T> answer = first.pollNext(context);
    if (answer instanceof Next.Item<T>) {
      takeTurns();
      return answer;
    }
    if (answer instanceof Next.End<T>) {
      first = _ -> Next.end();
    }
    Next<T> other = second.pollNext(context);
    if (other instanceof Next.End<T>) {
      second = _ -> Next.end();
      return answer;
    }
    return other;
  }

  private void takeTurns() {
    Stream<T> former = first;
    first = second;
    second = former;
  }

  @Override
  public void cancel() {
    first.cancel();
    second.cancel();
  }
}
