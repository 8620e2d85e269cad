package dev.wakerobin.tutorial.chapter03;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Patience;
import dev.wakerobin.tutorial.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class Chapter03Test {

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void each_step_repairs_the_one_before_and_the_last_polls_as_often_as_a_runtime(String scheduler)
      throws Exception {
    // Step 3 may lose a ring that it does not lose as a rule, if the machine stands still just
    // then.
    Patience.inOneOfAFewRuns(
        () ->
            assertThat(Reading.of("run", "3", "--scheduler", scheduler).lines())
                .containsSubsequence(
                    "2 Queueing: two delays, polled 4 times in all,",
                    "3 Parking: two delays, polled 4 times in all,",
                    "  and asleep in between",
                    "3 ...",
                    "3 Parking: a countdown, polled 1 time, then WAITING",
                    "3 ...",
                    "2 ...",
                    "1 ...",
                    "4 MiniExecutor: all three, polled 8 times in all",
                    scheduler + ": all three, polled 8 times in all"));
  }

  @Test
  void the_first_two_steps_are_felt() throws Exception {
    Patience.inOneOfAFewRuns(
        () -> {
          Reading reading = Reading.of("run", "3", "--scheduler", "basic");
          assertThat(reading.number("polled ([0-9,]+) times$")).isGreaterThan(200);
          assertThat(reading.number("and ([0-9,]+) looks at an empty queue$")).isGreaterThan(200);
        });
  }
}
