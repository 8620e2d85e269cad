package dev.wakerobin.tutorial.chapter07;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Patience;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The figures are free, their relations are not. Were one of the cures none, the heart would be
/// silent as long as with fib in a task, on any machine and in every run; so it is safe to have
/// patience with slow machines.
@Timeout(300)
class Chapter07Test {

  @Test
  void fib_in_a_task_on_each_worker_silences_the_heart_and_each_cure_cures() throws Exception {
    Patience.inOneOfAFewRuns(
        () -> {
          Reading reading = Reading.of("run", "7", "--parallelism", "2");
          assertThat(reading.err()).isEmpty();
          assertThat(reading.out())
              .containsSubsequence("\nbasic: 1 x fib(", "\nwork-stealing: 2 x");
          assertThat(reading.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(60));
          assertThat(reading.out())
              .containsPattern(
                  "the watchdog: task \\d+ 'fib' computes, at fib \\(Fib.java:\\d+\\)\n");
          checkPictures(reading);
          checkTable(reading, "basic");
          checkTable(reading, "work-stealing");
          assertThat(silence(reading, "work-stealing", "in one task"))
              .as("with one fib and two workers, the heart beats on the other one")
              .isLessThan(silence(reading, "work-stealing", "in a task on each worker") / 5);
        });
  }

  @Test
  void the_scheduler_asked_for_is_the_only_one_measured() {
    assertThat(Chapter07.schedulers(Stage.byDefault())).containsExactly("basic", "work-stealing");
    assertThat(Chapter07.schedulers(Stage.byDefault().on("basic"))).containsExactly("basic");
  }

  private static void checkPictures(Reading reading) {
    long greedy = silence(reading, "    Once more", Place.TASKS.words());
    for (Place place : new Place[] {Place.SLICES, Place.COMPUTATION, Place.OTHER_RUNTIME}) {
      assertThat(silence(reading, "    Once more", place.words())).isLessThan(greedy / 2);
    }
  }

  private static void checkTable(Reading reading, String scheduler) {
    long inTasks = silence(reading, scheduler, "in a task on each worker");
    assertThat(inTasks * 1_000_000).isGreaterThan(Experiment.LENGTH_NANOS / 4);
    for (Place place : new Place[] {Place.SLICES, Place.COMPUTATION, Place.OTHER_RUNTIME}) {
      assertThat(silence(reading, scheduler, place.words()))
          .as("%s on %s, with %s ms in the task", place, scheduler, inTasks)
          .isLessThan(inTasks / 5);
    }
  }

  /// In milliseconds.
  private static long silence(Reading reading, String heading, String row) {
    return reading.number("(?s)^" + heading + ".*?^" + row + " +([0-9,]+)\\.\\d ms");
  }
}
