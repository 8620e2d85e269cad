package dev.wakerobin.tutorial.chapter06;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Patience;
import dev.wakerobin.tutorial.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(300)
class Chapter06Test {

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void a_hundred_thousand_tasks_are_polled_twice_each_on_hardly_any_thread(String scheduler) {
    Reading reading = Reading.of("run", "6", "--scheduler", scheduler, "--parallelism", "2");
    assertThat(reading.lines())
        .containsSubsequence(
            "100,000 tasks, asleep for PT1H each",
            "  most asleep at once  100,000",
            "  polls                200,000");
    assertThat(reading.number("^  threads +(\\d+)$")).isBetween(1L, 2L);
  }

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void each_wait_deep_down_costs_a_poll_of_each_function_above(String scheduler) {
    assertThat(Reading.of("run", "6", "--scheduler", scheduler).lines())
        .containsSubsequence(
            "10 waits,     1 deep     11 polls",
            "10 waits,    10 deep    110 polls",
            "10 waits,   100 deep  1,100 polls",
            "10 waits, 1,000 deep 11,000 polls");
  }

  @Test
  void nothing_is_measured_unless_asked_for() {
    assertThat(Reading.of("run", "6").out())
        .doesNotContain("one sleeper")
        .contains("./wakerobin run 6 --real");
  }

  /// What is weighed and what cannot be quicker. How fast each is depends on the machine and on who
  /// else is at it; that is shown, and for benchmarks to judge. Were tasks the heavier ones, it
  /// would show in every run.
  @Test
  void in_real_time_tasks_are_lighter_and_blocking_calls_hold_them_up() throws Exception {
    Patience.inOneOfAFewRuns(
        () -> {
          Reading reading = Reading.of("run", "6", "--real");
          assertThat(reading.err()).isEmpty();
          assertThat(reading.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(60));
          long task = reading.number("^100,000 tasks +([0-9,]+) ");
          long virtual = reading.number("^100,000 virtual threads +([0-9,]+) ");
          assertThat(task).isBetween(50L, virtual / 2);
          if (!reading.out().matches("(?s).*platform threads +\\?.*")) {
            assertThat(reading.number("^1,000 platform threads +([0-9,]+) "))
                .isGreaterThan(virtual);
          }
          assertThat(reading.number("^1 deep +([0-9,]+) ")).isPositive();
          assertThat(reading.number("^1,000 deep +([0-9,]+) ")).isPositive();
          assertThat(reading.number("^  tasks, one worker +([0-9,]+)"))
              .as("milliseconds for 50 calls one after the other, which block for 10 ms each")
              .isGreaterThanOrEqualTo(500);
        });
  }
}
