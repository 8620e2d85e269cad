package dev.wakerobin.tutorial.chapter13;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class Chapter13Test {
  private static final Path MODULE = Path.of("../scheduler-priority/src");

  @Test
  void it_is_found_by_its_name() {
    assertThat(AsyncRuntime.availableSchedulers()).contains("priority");
  }

  @Test
  void urgent_orders_are_done_first_and_nothing_is_faster() throws Exception {
    assertThat(millis("basic", "urgent")).isEqualTo(8);
    assertThat(millis("priority", "urgent")).isEqualTo(2);
    assertThat(millis("basic", "report")).isEqualTo(20);
    assertThat(millis("priority", "report")).isEqualTo(20);
  }

  private static long millis(String scheduler, String name) throws Exception {
    Trace trace = Chapter13.recorded(Stage.byDefault(), scheduler, Office.ORDERS);
    return Chapter13.doneAfter(trace, name) / 1_000_000;
  }

  @Test
  void in_a_rush_an_ordinary_task_waits_for_four_urgent_polls() throws Exception {
    Trace trace = Chapter13.recorded(Stage.byDefault(), "priority", Office.RUSH);
    trace.figures().mostPollsWaited().is(4);
  }

  @Test
  void the_page_shows_both_orders() {
    assertThat(Reading.of("run", "13").lines())
        .containsSubsequence(
            "basic                            8.0    20.0",
            "priority                         2.0    20.0",
            "worker 0   2█3█4██5█6██7█8█9██2█3██4█5█6██7█2██3█4█5██6█7██1",
            "worker 0   8█9█2██3█4██5█6█7██2█3██4█5█6██7█2██3█4█5██6█7██1",
            "priority                           4    20.0",
            "'priority' promises               26",
            "a future among them: no");
  }

  /// Those whose order is up to nobody but the program.
  @ParameterizedTest
  @ValueSource(strings = {"1", "5", "9", "10", "11"})
  void earlier_chapters_print_the_same_on_it(String chapter) {
    assertThat(on("priority", chapter)).isEqualTo(on("basic", chapter));
  }

  private static List<String> on(String scheduler, String chapter) {
    Reading reading = Reading.of("run", chapter, "--scheduler", scheduler, "--parallelism", "1");
    assertThat(reading.err()).isEmpty();
    return reading.lines().stream()
        .map(line -> line.replaceFirst("^ *[0-9,]+\\.[0-9]{3}  ", "").replace(scheduler, "NAME"))
        .toList();
  }

  @Test
  void the_module_is_as_the_text_has_it_and_less_than_150_lines_long() throws IOException {
    String chapter =
        Files.readString(Path.of("src/main/java/dev/wakerobin/tutorial/chapter13/Chapter13.java"));
    String info = Files.readString(MODULE.resolve("main/java/module-info.java"));
    assertThat(chapter.lines().map(line -> line.replaceFirst("^/// ?", "")))
        .containsSubsequence(
            info.lines()
                .dropWhile(line -> !line.startsWith("module"))
                .filter(line -> !line.isBlank() && !line.contains("jspecify"))
                .toList());
    long lines = 0;
    for (String name : List.of("Line", "Lanes", "PriorityScheduler", "PrioritySchedulerProvider")) {
      lines += code(MODULE.resolve("main/java/dev/wakerobin/scheduler/priority/" + name + ".java"));
    }
    assertThat(lines).isLessThan(150);
  }

  /// Lines that are neither empty, nor comment, nor import.
  private static long code(Path file) throws IOException {
    return Files.readString(file)
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("(//|import|package).*"))
        .count();
  }
}
