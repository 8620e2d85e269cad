import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The Fibonacci numbers up to a limit, one at a time.
final class Fibonacci implements Stream<Long> {
  private final long limit;
  private long item;
  private long next = 1;

  Fibonacci(long limit) {
    this.limit = limit;
  }

  @Override
  public Next<Long> pollNext(Context context) {
    if (item > limit) {
      return Next.end();
    }
    long answer = item;
    item = next;
    next += answer;
    return Next.item(answer);
  }
}
