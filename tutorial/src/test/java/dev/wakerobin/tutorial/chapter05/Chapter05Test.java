package dev.wakerobin.tutorial.chapter05;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Chapter05Test {

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void it_prints_the_work_and_then_its_result(String scheduler) {
    assertThat(Reading.of("run", "5", "--scheduler", scheduler).lines())
        .containsSubsequence(
            "doing some work, asynchronously", "got \"result of the computation\"");
  }

  @Test
  void on_basic_the_picture_shows_main_waiting_for_work() {
    Reading reading = Reading.of("run", "5", "--scheduler", "basic");
    assertThat(reading.picture())
        .containsExactly(
            "spawned",
            "┌ polled by worker 0",
            "│                        spawned",
            "└ pending",
            "                         ┌ polled by worker 0",
            "                         └ ready",
            "woken by work",
            "┌ polled by worker 0",
            "└ ready");
  }

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void spawn_runs_nothing_by_itself(String scheduler) {
    Reading one = Reading.of("run", "5", "--scheduler", scheduler, "--parallelism", "1");
    assertThat(one.lines())
        .containsSubsequence(
            "the parent has spawned 3 tasks; begun: 0",
            "the parent is done, all are awaited; begun: 3");
    Reading more = Reading.of("run", "5", "--scheduler", scheduler, "--parallelism", "4");
    assertThat(more.number("spawned 3 tasks; begun: (\\d)$")).isBetween(0L, 3L);
    assertThat(more.lines()).contains("the parent is done, all are awaited; begun: 3");
  }

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void dropping_the_handle_cancels_nothing_and_abort_does(String scheduler) {
    Reading reading = Reading.of("run", "5", "--scheduler", scheduler);
    assertThat(reading.lines())
        .contains("the parent is done, the handle forgotten")
        .containsOnlyOnce("the child is done all the same")
        .containsSubsequence(
            "the child was told to let go", "task 1 'child' was cancelled before it was done");
  }
}
