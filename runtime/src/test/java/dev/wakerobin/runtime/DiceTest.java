package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Poll;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {

  private static List<Integer> draws(long seed, int bound) {
    Dice dice = new Dice(seed);
    return IntStream.range(0, 7_000).mapToObj(_ -> dice.below(bound)).toList();
  }

  @Test
  void equal_seeds_give_equal_numbers_and_others_others() {
    assertThat(draws(3, 100)).isEqualTo(draws(3, 100)).isNotEqualTo(draws(4, 100));
  }

  @Test
  void each_number_comes_about_as_often_as_the_others() {
    List<Integer> draws = draws(0, 7);
    for (int number = 0; number < 7; number++) {
      int mine = number;
      // Four standard deviations of a fair die: the square root of 7000 · 1/7 · 6/7 is 29.
      assertThat(draws.stream().filter(draw -> draw == mine).count()).isBetween(880L, 1120L);
    }
    assertThat(draws).allMatch(draw -> draw >= 0 && draw < 7);
    assertThat(draws(0, 1)).containsOnly(0);
    assertThat(draws(0, Integer.MAX_VALUE)).allMatch(draw -> draw >= 0);
  }

  @Test
  void there_must_be_a_choice() {
    assertThatThrownBy(() -> new Dice(1).below(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not of 0");
  }

  @Test
  void a_task_draws_the_same_numbers_whether_or_not_it_is_tracked() throws InterruptedException {
    assertThat(drawnByATask(true)).isEqualTo(drawnByATask(false)).hasSizeGreaterThan(1);
  }

  private static Set<Integer> drawnByATask(boolean tracked) throws InterruptedException {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(new ScriptedScheduler())
            .seed(5)
            .clock(Clock.manual())
            .tracking(tracked)
            .build()) {
      return runtime.blockOn(
          context -> {
            Set<Integer> drawn = new LinkedHashSet<>();
            for (int i = 0; i < 10; i++) {
              drawn.add(context.random(100));
            }
            return Poll.ready(drawn);
          });
    }
  }
}
