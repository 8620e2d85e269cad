import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrimesCheck {

  private static int count(int limit) throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      return runtime.blockOn(new Primes(limit));
    }
  }

  @Test
  void it_counts_right() throws Exception {
    assertThat(count(0)).isZero();
    assertThat(count(3)).isEqualTo(1);
    assertThat(count(100)).isEqualTo(25);
    assertThat(count(10_000)).isEqualTo(1229);
  }

  @Test
  void it_gives_way_after_each_thousand_numbers() throws Exception {
    AtomicInteger rings = new AtomicInteger();
    Primes primes = new Primes(10_000);
    int polls = 1;
    while (!primes.poll(Context.of(rings::incrementAndGet)).isReady()) {
      assertThat(rings.get()).as("rings after poll %d", polls).isEqualTo(polls);
      polls++;
      assertThat(polls).as("polls for 10,000 numbers").isLessThan(20);
    }
    assertThat(polls).as("polls for 10,000 numbers").isBetween(9, 12);
  }

  @Test
  void others_have_their_turns_meanwhile() throws Exception {
    AtomicInteger turns = new AtomicInteger();
    try (AsyncRuntime runtime = AsyncRuntime.builder().parallelism(1).build()) {
      JoinHandle<Integer> other =
          runtime.blockOn(
              _ -> {
                // Both are spawned before the worker comes to either of them.
                JoinHandle<Integer> primes = Tasks.spawn(new Primes(50_000));
                return Poll.ready(Tasks.spawn(turnsUntil(primes, turns)));
              });
      int counted = runtime.blockOn(other);
      assertThat(counted).as("turns of the other task").isGreaterThan(10);
    }
  }

  private static Future<Integer> turnsUntil(JoinHandle<Integer> primes, AtomicInteger turns) {
    return context -> {
      if (primes.isFinished()) {
        return Poll.ready(turns.get());
      }
      turns.incrementAndGet();
      context.waker().wake();
      return Poll.pending();
    };
  }
}
