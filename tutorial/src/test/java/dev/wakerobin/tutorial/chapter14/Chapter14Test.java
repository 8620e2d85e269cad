package dev.wakerobin.tutorial.chapter14;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.scheduler.priority.Lanes;
import dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.chapter14.Trial.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;

@Timeout(120)
class Chapter14Test {
  private static final Path CHAPTER =
      Path.of("src/main/java/dev/wakerobin/tutorial/chapter14/Chapter14.java");
  private static final SchedulerProvider MUTANT = new PrioritySchedulerProvider(NewRow::new);
  private static final Trial SMALLEST = trial(new Paper(false, 1), new Paper(true, 17));

  private static Trial trial(Paper... papers) {
    return new Trial(List.of(papers));
  }

  @Test
  void the_page_shows_the_figures() {
    assertThat(Reading.of("run", "14").lines())
        .containsSubsequence(
            "  passed 1,000 times of 1,000",
            "priority: 1,000 random trials held",
            "the mutant: random trial 4 FAILED",
            "shrunk in 16 steps",
            "    ordinary, 1 poll",
            "    urgent, 17 polls",
            "  a task waited for 17 polls; declared: 16");
  }

  @Test
  void of_the_smallest_trial_nothing_can_be_taken_away() throws Exception {
    assertThat(SMALLEST.holds(MUTANT)).isFalse();
    assertThat(SMALLEST.holds(new PrioritySchedulerProvider())).isTrue();
    assertThat(trial(new Paper(false, 1), new Paper(true, 16)).holds(MUTANT)).isTrue();
    assertThat(trial(new Paper(false, 1), new Paper(false, 17)).holds(MUTANT)).isTrue();
    assertThat(trial(new Paper(true, 17)).holds(MUTANT)).isTrue();
    assertThat(trial(new Paper(false, 1)).holds(MUTANT)).isTrue();
  }

  @Test
  void on_priority_the_ordinary_task_waits_for_four_polls_and_on_the_mutant_for_all()
      throws Exception {
    assertThat(SMALLEST.waited(new PrioritySchedulerProvider())).isEqualTo(Lanes.IN_A_ROW);
    assertThat(SMALLEST.waited(MUTANT)).isEqualTo(17);
  }

  @Test
  void a_second_urgent_task_hides_the_bug() throws Exception {
    Paper urgent = new Paper(true, 50);
    assertThat(trial(new Paper(false, 1), urgent).holds(MUTANT)).isFalse();
    assertThat(trial(new Paper(false, 1), urgent, urgent).holds(MUTANT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "lab", "work-stealing"})
  void the_other_schedulers_keep_what_they_declare(String name) {
    assertThat(Reading.of("run", "14", "--scheduler", name).lines())
        .contains(name + ": 1,000 random trials held", "the mutant: random trial 4 FAILED");
  }

  @Test
  void jqwik_says_of_the_mutant_what_the_chapter_has() throws IOException {
    FairnessProperties.LINES.set(NewRow::new);
    try {
      Engine engine = Engine.run(List.of(DiscoverySelectors.selectClass(FairnessProperties.class)));
      assertThat(engine.report()).containsSubsequence(quoted("Shrunk Sample"));
      assertThat(engine.failures()).hasSize(1);
    } finally {
      FairnessProperties.LINES.set(Lanes::new);
    }
  }

  @Test
  void what_is_quoted_from_the_tests_stands_there() throws IOException {
    List<String> property = quoted("@Property");
    String test =
        Files.readString(
            Path.of("src/test/java/dev/wakerobin/tutorial/chapter14/FairnessProperties.java"));
    assertThat(test.replaceAll("\\s+", " ")).contains(String.join(" ", property));
    String contract =
        Files.readString(
            Path.of(
                "../scheduler-priority/src/test/java/dev/wakerobin/scheduler/priority",
                "PrioritySchedulerContractTest.java"));
    assertThat(contract.lines().map(String::strip))
        .containsSubsequence(quoted("class PrioritySchedulerContractTest"));
  }

  /// The fenced block in the chapter's text that begins with that, line by line.
  private static List<String> quoted(String first) throws IOException {
    return Files.readString(CHAPTER)
        .lines()
        .map(line -> line.strip().replaceFirst("^/// ?", "").strip())
        .dropWhile(line -> !line.startsWith(first))
        .takeWhile(line -> !line.equals("```"))
        .toList();
  }
}
