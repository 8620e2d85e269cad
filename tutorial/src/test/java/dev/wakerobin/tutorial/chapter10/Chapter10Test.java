package dev.wakerobin.tutorial.chapter10;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.sync.Channel;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Chapter10Test {
  private static final String SCHEDULERS = "dev.wakerobin.runtime.AsyncRuntime#availableSchedulers";

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void a_bounded_shelf_never_holds_more_and_an_unbounded_one_grows_with_the_day(String scheduler)
      throws Exception {
    Stage stage = Stage.byDefault().on(scheduler);
    for (int loaves : List.of(12, 120)) {
      Bakery bounded = new Bakery(Channel.bounded(3), loaves);
      Bakery unbounded = new Bakery(Channel.unbounded(), loaves);
      Duration day = Duration.ofMillis(1 + 4L * loaves);
      assertThat(Chapter10.day(stage, bounded)).isEqualTo(day);
      assertThat(Chapter10.day(stage, unbounded)).as("is not sooner").isEqualTo(day);
      assertThat(bounded.depth().most()).isEqualTo(3);
      assertThat(unbounded.depth().most()).isBetween(loaves * 3 / 4, loaves * 3 / 4 + 1);
      assertThat(bounded.oldest()).isLessThanOrEqualTo(Duration.ofMillis(15));
      assertThat(unbounded.oldest()).isEqualTo(Duration.ofMillis(3L * (loaves - 1)));
    }
  }

  @Test
  void in_real_time_the_shelf_holds_no_more_either() throws Exception {
    Bakery bakery = new Bakery(Channel.bounded(3), 12);
    Duration day = Chapter10.day(Stage.byDefault().inRealTime(), bakery);
    assertThat(day).isGreaterThanOrEqualTo(Duration.ofMillis(49));
    assertThat(bakery.depth().most()).isLessThanOrEqualTo(3);
  }

  @Test
  void the_line_of_the_depth_is_as_long_as_the_bars() {
    List<String> lines = Reading.of("run", "10").lines();
    assertThat(lines)
        .contains(
            "task 3 'seller'  └···t··┴···┴··┴···┴··┴··┴···┴··t···t··t···✓",
            "on the shelf     0123333333333333333333333333333222211100000",
            "on the shelf     0123346678988877776665554444333222211100000");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("on the shelf") || line.startsWith("task 3"))
        .allSatisfy(line -> assertThat(line).hasSize(60));
  }

  @Test
  void more_than_nine_are_drawn_as_a_plus() throws Exception {
    Bakery bakery = new Bakery(Channel.unbounded(), 40);
    TraceRecorder recorder = new TraceRecorder();
    Chapter10.day(Stage.byDefault(), bakery, recorder);
    assertThat(bakery.depth().over(recorder.trace(), Instant.EPOCH))
        .containsPattern("(?m)^on the shelf +[0-9]+\\++[0-9]+$");
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void the_operator_hears_every_message_and_notes_every_quiet_10_ms(String scheduler) {
    assertThat(Reading.of("run", "10", "--scheduler", scheduler).lines())
        .containsSequence(
            "at 3 ms: after 3",
            "at 8 ms: after 5",
            "at 18 ms: quiet for 10 ms",
            "at 28 ms: quiet for 10 ms",
            "at 30 ms: after 22",
            "at 30 ms: signed off");
  }
}
