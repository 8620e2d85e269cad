import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// How many primes there are below a limit.
final class Primes implements Future<Integer> {
  private final int limit;
  private int next = 2;
  private int count;

  Primes(int limit) {
    this.limit = limit;
  }

  @Override
  public Poll<Integer> poll(Context context) {
    for (int end = Math.min(limit, next + 1_000); next < end; next++) {
      if (isPrime(next)) {
        count++;
      }
    }
    return next >= limit ? Poll.ready(count) : Poll.pending();
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
