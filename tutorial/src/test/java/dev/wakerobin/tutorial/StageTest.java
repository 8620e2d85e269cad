package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class StageTest {

  @Test
  void who_asks_for_nothing_is_on_the_lab() throws Exception {
    try (AsyncRuntime runtime = Stage.byDefault().openLab()) {
      assertThat(runtime.scheduler()).isEqualTo(Stage.LAB);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void a_program_of_the_lab_has_virtual_time_on_every_scheduler(String scheduler) throws Exception {
    Duration year = Duration.ofDays(365);
    try (AsyncRuntime runtime = Stage.byDefault().on(scheduler).unwatched().openLab()) {
      assertThat(runtime.scheduler()).isEqualTo(scheduler);
      Instant start = runtime.now();
      runtime.blockOn(Tasks.sleep(year));
      assertThat(Duration.between(start, runtime.now())).isEqualTo(year);
    }
  }

  @Test
  void in_real_time_it_has_the_default_scheduler_and_time_that_passes() throws Exception {
    Duration nap = Duration.ofMillis(5);
    Stage real = Stage.byDefault().inRealTime();
    try (AsyncRuntime runtime = real.openLab();
        AsyncRuntime plain = real.open()) {
      assertThat(runtime.scheduler()).isEqualTo(plain.scheduler()).isNotEqualTo(Stage.LAB);
      long start = System.nanoTime();
      runtime.blockOn(Tasks.sleep(nap));
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(nap.toNanos());
    }
  }

  @Test
  void each_choice_leaves_the_others_alone() {
    Stage stage = Stage.byDefault().inRealTime().unwatched().on("basic").with(3);
    assertThat(stage).isEqualTo(Stage.byDefault().with(3).on("basic").unwatched().inRealTime());
    assertThat(stage.scheduler()).contains("basic");
    assertThat(stage.parallelism()).hasValue(3);
    assertThat(stage.real()).isTrue();
    assertThat(stage.watched()).isFalse();
  }
}
