import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.futures.Streams;
import dev.wakerobin.runtime.AsyncRuntime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FibonacciCheck {
  private static final int FIT_INTO_A_LONG = 93;

  private final Context context = Context.of(() -> {});

  /// All of them, or the first 94 if there is no end.
  private List<Long> upTo(long limit) throws Exception {
    List<Long> numbers = new ArrayList<>();
    Fibonacci fibonacci = new Fibonacci(limit);
    while (numbers.size() <= FIT_INTO_A_LONG
        && fibonacci.pollNext(context) instanceof Next.Item<Long>(Long number)) {
      numbers.add(number);
      look(limit, numbers, number);
    }
    return numbers;
  }

  private static void look(long limit, List<Long> numbers, long number) {
    assertThat(numbers.getFirst())
        .withFailMessage(
            "the first number that a new stream gave was %d, and should be 0: does each stream have"
                + " fields of its own?",
            numbers.getFirst())
        .isZero();
    assertThat(number)
        .withFailMessage(
            "it gave %d: the sum of the two before it does not fit into a long, so that is the end,"
                + " for every limit",
            number)
        .isNotNegative();
    assertThat(numbers.size())
        .withFailMessage(
            "up to %d it gave %d numbers, and there is no end yet. It began with %s",
            limit, numbers.size(), numbers.subList(0, Math.min(numbers.size(), 5)))
        .isLessThanOrEqualTo(FIT_INTO_A_LONG);
  }

  /// Says what a stream with that limit should give.
  private void check(long limit, Long... expected) throws Exception {
    List<Long> numbers = upTo(limit);
    assertThat(numbers)
        .withFailMessage("up to %d it gave %s, and should give %s", limit, numbers, List.of(expected))
        .containsExactly(expected);
  }

  @Example
  void up_to_one_hundred_it_gives_these() throws Exception {
    check(100, 0L, 1L, 1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L, 55L, 89L);
  }

  @Property(tries = 200)
  void each_number_is_the_sum_of_the_two_before_it(@ForAll @LongRange(min = 1) long limit)
      throws Exception {
    List<Long> numbers = upTo(limit);
    for (int i = 2; i < numbers.size(); i++) {
      long first = numbers.get(i - 2);
      long second = numbers.get(i - 1);
      long third = numbers.get(i);
      assertThat(third)
          .withFailMessage("after %d and %d it gave %d, and not their sum", first, second, third)
          .isEqualTo(first + second);
    }
  }

  @Property(tries = 200)
  void none_is_above_the_limit_and_none_is_missing(@ForAll @LongRange(min = 1) long limit)
      throws Exception {
    List<Long> numbers = upTo(limit);
    assertThat(numbers)
        .withFailMessage("up to %d it gave only %s", limit, numbers)
        .hasSizeGreaterThan(2);
    assertThat(numbers.getLast())
        .withFailMessage("up to %d it gave %d, which is above the limit", limit, numbers.getLast())
        .isLessThanOrEqualTo(limit);
    long following = numbers.getLast() + numbers.get(numbers.size() - 2);
    assertThat(following < 0 || following > limit)
        .withFailMessage(
            "up to %d the last number was %d: %d belongs to them too",
            limit, numbers.getLast(), following)
        .isTrue();
  }

  @Example
  void the_limit_may_be_small_or_negative() throws Exception {
    check(1, 0L, 1L, 1L);
    check(0, 0L);
    check(-1);
  }

  @Property(tries = 50)
  void the_end_is_for_good(@ForAll @IntRange(min = -1, max = 10_000) int limit) throws Exception {
    Fibonacci fibonacci = new Fibonacci(limit);
    int asked = 0;
    while (fibonacci.pollNext(context) instanceof Next.Item<Long> && asked <= FIT_INTO_A_LONG) {
      asked++;
    }
    for (int again = 1; again <= 3; again++) {
      Next<Long> answer = fibonacci.pollNext(context);
      assertThat(answer)
          .withFailMessage(
              "after the end it was asked again, and answered %s: the end is for good", answer)
          .isEqualTo(Next.end());
    }
  }

  @Example
  void two_streams_do_not_disturb_each_other() throws Exception {
    Fibonacci one = new Fibonacci(100);
    Fibonacci two = new Fibonacci(100);
    for (int turn = 1; turn <= 5; turn++) {
      Next<Long> expected = one.pollNext(context);
      Next<Long> answer = two.pollNext(context);
      assertThat(answer)
          .withFailMessage(
              "two streams were read in turns, and the second one answered %s where the first one"
                  + " had answered %s: does each have fields of its own?",
              answer, expected)
          .isEqualTo(expected);
    }
  }

  @Example
  void a_pipeline_takes_it_as_it_is() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      List<Long> even =
          runtime.blockOn(
              Streams.from(new Fibonacci(100)).filter(each -> each % 2 == 0).take(20).toList());
      assertThat(even)
          .withFailMessage(
              "a filter for the even ones up to 100 gave %s, and should give [0, 2, 8, 34]", even)
          .containsExactly(0L, 2L, 8L, 34L);
    }
  }
}
