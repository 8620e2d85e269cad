import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// How many primes there are below a limit.
final class Primes implements Future<Integer> {
  private static final int SLICE = 1_000;

  private final int limit;
  private int next = 2;
  private int count;

  Primes(int limit) {
    this.limit = limit;
  }

  @Override
  public Poll<Integer> poll(Context context) {
    for (int end = Math.min(limit, next + SLICE); next < end; next++) {
      if (isPrime(next)) {
        count++;
      }
    }
    if (next >= limit) {
      return Poll.ready(count);
    }
    context.waker().wake();
    return Poll.pending();
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
