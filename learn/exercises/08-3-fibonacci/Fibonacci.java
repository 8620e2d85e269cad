import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// The Fibonacci numbers up to a limit, one at a time.
final class Fibonacci implements Stream<Long> {
  private final long limit;

  Fibonacci(long limit) {
    this.limit = limit;
  }

  @Override
  public Next<Long> pollNext(Context context) {
    // Your turn. You will need more fields.
    return limit < 0 ? Next.end() : Next.item(0L);
  }
}
