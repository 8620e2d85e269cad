package dev.wakerobin.tutorial.chapter02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Patience;
import dev.wakerobin.tutorial.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Chapter02Test {
  private static final String SCHEDULERS = "dev.wakerobin.runtime.AsyncRuntime#availableSchedulers";

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void who_keeps_the_bell_is_polled_twice_with_a_thread_each_or_one_for_all(String scheduler) {
    Reading reading = Reading.of("run", "2", "--scheduler", scheduler);
    assertThat(reading.out())
        .containsPattern("(?m)^a thread rings +2 +1 ")
        .containsPattern("(?m)^a shared timer rings +2 +1 ")
        .containsPattern("(?m)^100 tasks, a thread each +200 +100 ")
        .containsPattern("(?m)^100 tasks, a shared timer +200 +1 ");
    assertThat(reading.lines())
        .containsSubsequence(
            "forgot the bell: polled 1 time, finished: false", "rang 1,000 times: polled 2 times");
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void who_rings_at_once_is_polled_at_least_a_hundred_times_as_often(String scheduler)
      throws Exception {
    Patience.inOneOfAFewRuns(
        () -> {
          Reading reading = Reading.of("run", "2", "--scheduler", scheduler);
          assertThat(reading.number("^rings at once +([0-9,]+) ")).isGreaterThan(200);
        });
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void a_hundred_delays_take_hardly_longer_than_one(String scheduler) throws Exception {
    Patience.inOneOfAFewRuns(
        () -> {
          Reading reading = Reading.of("run", "2", "--scheduler", scheduler);
          assertThat(reading.number("^100 tasks, a shared timer .* ([0-9,]+)\\.\\d$"))
              .isBetween(40L, 400L); // One after the other they would take 4,000.
        });
  }
}
