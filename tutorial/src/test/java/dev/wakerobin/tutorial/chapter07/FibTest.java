package dev.wakerobin.tutorial.chapter07;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Poll;
import dev.wakerobin.tutorial.Patience;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FibTest {

  @Test
  void the_first_numbers() {
    long[] numbers = new long[10];
    for (int n = 0; n < numbers.length; n++) {
      numbers[n] = Fib.fib(n);
    }
    assertThat(numbers).containsExactly(0, 1, 1, 2, 3, 5, 8, 13, 21, 34);
  }

  @Test
  void in_slices_it_is_the_same_number() {
    for (int n = 0; n < 26; n++) {
      assertThat(byHand(new SlicedFib(n, 16), new AtomicInteger())).isEqualTo(Fib.fib(n));
    }
  }

  @Test
  void each_slice_rings_before_it_lets_the_others_go_first() {
    AtomicInteger rings = new AtomicInteger();
    byHand(new SlicedFib(26, 16), rings);
    assertThat(rings.get()).isGreaterThan(50);
  }

  @Test
  void the_one_that_lasts_so_long_is_found() throws Exception {
    Patience.inOneOfAFewRuns(
        () -> {
          int n = Fib.lasting(20_000_000);
          long start = System.nanoTime();
          Fib.fib(n);
          assertThat(System.nanoTime() - start).isBetween(5_000_000L, 80_000_000L);
        });
  }

  /// Polls only after a ring.
  private static long byHand(SlicedFib future, AtomicInteger rings) {
    int before;
    do {
      before = rings.get();
      if (future.poll(Context.of(rings::incrementAndGet)) instanceof Poll.Ready<Long>(Long value)) {
        return value;
      }
    } while (rings.get() > before);
    throw new AssertionError("pending, and nobody has rung");
  }
}
