package dev.wakerobin.tutorial.chapter09;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Chapter09Test {
  private static final String SCHEDULERS = "dev.wakerobin.runtime.AsyncRuntime#availableSchedulers";

  @Test
  void a_cancel_looks_at_half_of_a_plain_heap_and_at_a_few_of_a_lazy_one_of_any_size() {
    for (int underWay : List.of(100, 1_000, 10_000)) {
      assertThat(Chapter09.looksPerRequest(new PlainQueue(), underWay))
          .isBetween(underWay * 4L / 10, underWay * 6L / 10);
      assertThat(Chapter09.looksPerRequest(new LazyQueue(), underWay)).isBetween(1L, 12L);
    }
  }

  @Test
  void the_clock_jumps_from_bell_to_bell_and_past_the_cancelled_one() {
    assertThat(Reading.of("run", "9").lines())
        .containsSubsequence("minute  5: peel the egg", "minute 45: take the bread out")
        .doesNotContain("minute 20: take the rice off");
  }

  @Test
  void an_hour_is_tested_on_every_scheduler_in_no_time() {
    for (String scheduler : AsyncRuntime.availableSchedulers()) {
      assertThat(Reading.of("run", "9").lines())
          .containsSequence(
              scheduler + ": not ready within PT1H", "  its clock: PT1H; yours: less than 10 s");
    }
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void beside_a_neighbour_that_computes_a_sleep_is_late_and_never_early(String scheduler) {
    assertThat(Reading.of("run", "9", "--scheduler", scheduler).lines())
        .contains(
            "the neighbour computes 0 ms,       10 ms are 10.0",
            "the neighbour computes 5 ms,       10 ms are 10.0",
            "the neighbour computes 25 ms,      10 ms are 26.0",
            "the neighbour computes 100 ms,     10 ms are 101.0");
  }

  /// As much as no machine can be too slow for.
  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void in_real_time_it_is_not_early_either(String scheduler) throws Exception {
    if (!scheduler.equals(Stage.LAB)) {
      Stage stage = Stage.byDefault().on(scheduler).inRealTime();
      assertThat(Chapter09.nap(stage, Duration.ofMillis(25)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(10));
    }
  }
}
