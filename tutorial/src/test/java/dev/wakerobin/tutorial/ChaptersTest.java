package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.AsyncRuntime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every chapter, on every scheduler. (Chapter 7 takes seconds; its own test looks.)
@Timeout(120)
class ChaptersTest {

  static List<Arguments> runs() {
    List<Arguments> runs = new ArrayList<>();
    for (String scheduler : AsyncRuntime.availableSchedulers()) {
      for (String chapter :
          List.of("0", "1", "2", "3", "4", "5", "6", "8", "9", "10", "11", "12", "13", "14")) {
        runs.add(Arguments.of(chapter, scheduler, "1"));
        runs.add(Arguments.of(chapter, scheduler, "4"));
      }
    }
    return runs;
  }

  @ParameterizedTest
  @MethodSource("runs")
  void each_runs_to_its_end_within_60_columns(
      String chapter, String scheduler, String parallelism) {
    Reading reading =
        Reading.of("run", chapter, "--scheduler", scheduler, "--parallelism", parallelism);
    assertThat(reading.err()).isEmpty();
    assertThat(reading.exit()).isZero();
    assertThat(reading.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    assertThat(reading.out()).contains("    Goal. ", "    Predict. ", "    What went on. ");
    if (!chapter.equals("0")) {
      assertThat(reading.out()).contains("    Often believed. ");
    }
  }
}
