import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// How many primes there are below a limit.
final class Primes implements Future<Integer> {
  private final int limit;

  Primes(int limit) {
    this.limit = limit;
  }

  @Override
  public Poll<Integer> poll(Context context) {
    int count = 0;
    for (int next = 2; next < limit; next++) {
      if (next % 1_000 == 0) {
        Thread.yield();
      }
      if (isPrime(next)) {
        count++;
      }
    }
    return Poll.ready(count);
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
