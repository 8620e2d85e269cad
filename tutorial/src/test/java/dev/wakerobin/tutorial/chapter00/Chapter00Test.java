package dev.wakerobin.tutorial.chapter00;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Reading;
import org.junit.jupiter.api.Test;

class Chapter00Test {
  @Test
  void on_basic_the_picture_is_that_of_two_polls_with_a_nap_between() {
    Reading reading = Reading.of("run", "0", "--scheduler", "basic");
    assertThat(reading.lines()).containsSubsequence("hello", "good-bye");
    assertThat(reading.picture())
        .containsExactly(
            "spawned",
            "┌ polled by worker 0",
            "└ pending",
            "woken by a timer",
            "┌ polled by worker 0",
            "└ ready");
  }

  @Test
  void on_work_stealing_it_is_the_same_on_whatever_worker() {
    Reading reading = Reading.of("run", "0", "--scheduler", "work-stealing");
    assertThat(reading.lines()).containsSubsequence("hello", "good-bye");
    assertThat(reading.picture())
        .map(line -> line.replaceAll("worker \\d+", "a worker"))
        .map(line -> line.replace("│ ", "")) // Should the poll last as long as the nap.
        .containsExactlyInAnyOrder(
            "spawned",
            "┌ polled by a worker",
            "└ pending",
            "woken by a timer",
            "┌ polled by a worker",
            "└ ready")
        .startsWith("spawned", "┌ polled by a worker")
        .endsWith("└ ready");
  }

  @Test
  void the_nap_lasts_at_least_20_ms_in_the_picture() {
    Reading reading = Reading.of("run", "0", "--scheduler", "basic");
    long polled = reading.number("^ *([0-9,]+)\\.[0-9]{3}  ┌ polled");
    long woken = reading.number("^ *([0-9,]+)\\.[0-9]{3}  woken");
    assertThat(woken - polled).isGreaterThanOrEqualTo(19); // Both are rounded.
  }
}
