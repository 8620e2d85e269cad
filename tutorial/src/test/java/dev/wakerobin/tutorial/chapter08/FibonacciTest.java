package dev.wakerobin.tutorial.chapter08;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Waker;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FibonacciTest {
  private final Context context = Context.of(Waker.noop());

  @Test
  void it_gives_all_numbers_that_fit_and_ends() {
    List<BigInteger> expected = new ArrayList<>();
    BigInteger item = BigInteger.ZERO;
    BigInteger next = BigInteger.ONE;
    while (item.bitLength() < Long.SIZE) {
      expected.add(item);
      BigInteger sum = item.add(next);
      item = next;
      next = sum;
    }
    Fibonacci numbers = new Fibonacci();
    for (BigInteger each : expected) {
      assertThat(numbers.pollNext(context)).isEqualTo(Next.item(each.longValueExact()));
    }
    assertThat(numbers.pollNext(context)).isEqualTo(Next.end());
    assertThat(numbers.pollNext(context)).as("the end is a state").isEqualTo(Next.end());
    assertThat(numbers.made()).isEqualTo(expected.size());
  }
}
