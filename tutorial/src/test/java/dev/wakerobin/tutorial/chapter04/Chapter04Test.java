package dev.wakerobin.tutorial.chapter04;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.async.Restriction;
import dev.wakerobin.tutorial.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Chapter04Test {
  private static final String SCHEDULERS = "dev.wakerobin.runtime.AsyncRuntime#availableSchedulers";

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void all_three_give_the_same_answers_in_the_same_number_of_polls(String scheduler) {
    assertThat(Reading.of("run", "4", "--scheduler", scheduler).lines())
        .containsSubsequence(
            "nested         3       4  Ada has 42 points",
            "machine        3       4  Ada has 42 points",
            "async          3       4  Ada has 42 points",
            "nested         3       4  Bob has not played yet",
            "machine        3       4  Bob has not played yet",
            "async          3       4  Bob has not played yet",
            "nested         2       2  fails: nobody sits on seat 3",
            "machine        2       2  fails: nobody sits on seat 3",
            "async          2       2  fails: nobody sits on seat 3");
  }

  @Test
  void in_real_time_they_do_as_well() {
    Reading reading = Reading.of("run", "4", "--real");
    assertThat(reading.lines()).filteredOn(line -> line.contains(" 3       4  ")).hasSize(6);
    assertThat(reading.number("in a row +PT0\\.(\\d)")).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void two_bodies_wait_at_the_same_time_on_one_thread(String scheduler) {
    Reading reading = Reading.of("run", "4", "--scheduler", scheduler);
    assertThat(reading.lines()).contains("threads that ran the two bodies: 1");
    List<String> picture = reading.picture().stream().map(String::strip).toList();
    assertThat(picture).filteredOn("└ pending"::equals).hasSize(2);
    assertThat(picture.lastIndexOf("└ pending"))
        .as("both wait before the first goes on")
        .isLessThan(picture.indexOf("woken by a timer"));
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void naps_in_a_row_take_twice_as_long_as_naps_side_by_side(String scheduler) {
    assertThat(Reading.of("run", "4", "--scheduler", scheduler).lines())
        .containsSubsequence(
            "two naps of PT1H each", "  in a row   PT2H", "  awaitAll   PT1H", "  spawned    PT1H");
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void a_cancelled_body_runs_its_finally_and_nothing_else(String scheduler) {
    assertThat(Reading.of("run", "4", "--scheduler", scheduler).lines())
        .containsSubsequence(
            "the door is open", "the door is closed", "the host: not ready within PT0.01S");
  }

  @Test
  void what_is_refused_is_refused_in_the_words_of_the_restriction() {
    String words = String.join(" ", Reading.of("run", "4").out().split("\\s+", -1));
    assertThat(words)
        .contains(
            Restriction.OUTSIDE_BODY.words("method inAnOrdinaryMethod"),
            Restriction.SYNCHRONIZED_BLOCK.words(),
            Restriction.FOREIGN_LAMBDA.words("Callable"))
        .doesNotContain("not refused");
  }
}
