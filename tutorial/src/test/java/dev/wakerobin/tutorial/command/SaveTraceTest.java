package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceFile;
import dev.wakerobin.tutorial.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands `trace` and `doctor`.
class SaveTraceTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"run.html", "a run.json", "run.svg", "run.trace", "RUN.HTML"})
  void what_was_saved_is_read_by_the_doctor(String name) throws IOException {
    String file = folder.resolve(name).toString();
    Reading saved = Reading.of("trace", "8", "--out", file, "--program", "2");
    assertThat(saved.err()).isEmpty();
    assertThat(saved.exit()).isZero();
    assertThat(saved.lines()).startsWith("chapter 8, program 2 of 5: " + file);
    assertThat(saved.lines().getLast()).contains("./wakerobin doctor ").contains(file);
    Reading healthy = Reading.of("doctor", file);
    assertThat(healthy.exit()).isZero();
    assertThat(healthy.lines()).hasSize(2).endsWith("nothing looks ill");
    assertThat(TraceFile.read(Path.of(file)).polls()).isNotEmpty();
  }

  @Test
  void it_is_the_run_that_was_asked_for() throws IOException {
    Path basic = folder.resolve("basic.trace");
    Path seed2 = folder.resolve("2.trace");
    Path seed3 = folder.resolve("3.trace");
    assertThat(Reading.of("trace", "10", "--out=" + basic, "--scheduler=basic").exit()).isZero();
    assertThat(Reading.of("trace", "10", "--out=" + seed2, "--seed=2").exit()).isZero();
    assertThat(Reading.of("trace", "10", "--out=" + seed3, "--seed=3").exit()).isZero();
    assertThat(Files.readString(seed2)).isNotEqualTo(Files.readString(basic));
    assertThat(Reading.of("trace", "10", "--out=" + seed3, "--seed=2", "--force").exit()).isZero();
    assertThat(Files.readString(seed3)).isEqualTo(Files.readString(seed2));
  }

  @Test
  void a_file_that_is_there_is_replaced_only_by_force() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.svg"), "mine");
    Reading refused = Reading.of("trace", "8", "--out", file.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).startsWith("there is a file '" + file + "' already\n");
    assertThat(file).hasContent("mine");
    assertThat(Reading.of("trace", "8", "--force", "--out", file.toString()).exit()).isZero();
    assertThat(Files.readString(file)).startsWith("<svg ");
  }

  @Test
  void nonsense_gets_three_lines_and_exit_code_2() {
    assertThat(refusal("trace", "8")).isEqualTo("trace needs --out, and a file");
    assertThat(refusal("trace", "8", "--out")).isEqualTo("--out needs a file");
    assertThat(refusal("trace", "8", "--out", "run.pdf"))
        .isEqualTo("'run.pdf' has none of the endings that can be written");
    assertThat(refusal("trace", "8", "--out", folder + "/none/run.svg"))
        .isEqualTo("no folder '" + folder.resolve("none") + "'");
    assertThat(refusal("trace", "8", "--program", "9", "--out", folder + "/run.svg"))
        .isEqualTo("chapter 8 has no program 9");
    assertThat(refusal("doctor")).isEqualTo("doctor needs the file of a trace");
    assertThat(refusal("doctor", "a", "b"))
        .isEqualTo("doctor takes one trace, and then there is 'b'");
    assertThat(refusal("doctor", folder + "/none.json"))
        .isEqualTo("no file '" + folder + "/none.json'");
    assertThat(refusal("doctor", folder.toString())).isEqualTo("'" + folder + "' is a folder");
    assertThat(folder).isEmptyDirectory();
  }

  private static String refusal(String... words) {
    Reading reading = Reading.of(words);
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.out()).isEmpty();
    assertThat(reading.err().lines()).hasSize(3);
    return reading.err().lines().findFirst().orElseThrow();
  }

  @Test
  void a_file_that_is_no_trace_is_refused_with_the_line() throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{\"traceEvents\":[]}\n");
    assertThat(refusal("doctor", other.toString()))
        .isEqualTo(
            "'%s' is no trace, or damaged: line 1, column 1: expected 'wakerobin-trace', found %s"
                .formatted(other, "\"{\\\"traceEvents\\\":[]}\""));
    Path whole = folder.resolve("whole.trace");
    assertThat(Reading.of("trace", "8", "--out", whole.toString()).exit()).isZero();
    String text = Files.readString(whole);
    Path cut = folder.resolve("cut.trace");
    Files.writeString(cut, text.substring(0, text.length() - 30));
    int lines = (int) Files.readString(cut).lines().count();
    assertThat(refusal("doctor", cut.toString()))
        .startsWith("'" + cut + "' is no trace, or damaged: line " + lines);
  }

  @Test
  void what_looks_ill_is_explained_within_60_columns_and_it_ends_with_1() throws IOException {
    TaskId task = new TaskId(1, "forgotten");
    Path file = folder.resolve("ill.trace");
    TraceFile.write(
        file, Trace.of(List.of(new Event.Spawned(0, task, Optional.empty(), Event.NO_WORKER))));
    Reading reading = Reading.of("doctor", file.toString());
    assertThat(reading.exit()).isEqualTo(1);
    assertThat(reading.lines())
        .containsSubsequence(
            "1 events, 1 tasks, 0 polls",
            "unpolled future",
            "  task 1 'forgotten' was spawned at tick 0 and never polled:",
            "  nothing of it was done.")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }
}
