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
    long answer = item;
    item = next;
    next += answer;
    if (answer < 0 || answer > limit) {
      item = 0;
      next = 1;
      return Next.end();
    }
    return Next.item(answer);
  }
}
