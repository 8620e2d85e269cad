package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Reading;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command as a process of its own, for what cannot be seen from inside: its exit code, and
/// what its surroundings do to it.
@Timeout(120)
class ProcessTest {
  @TempDir Path folder;

  @Test
  void a_chapter_ends_with_0_and_without_colours_in_a_pipe() throws Exception {
    Reading reading = process(Map.of("TERM", "xterm-256color"), "run", "1", "--scheduler", "basic");
    assertThat(reading.exit()).isZero();
    assertThat(reading.err()).isEmpty();
    assertThat(reading.out()).contains("blockOn answers: lift-off").doesNotContain("\u001b");
  }

  @Test
  void nonsense_ends_with_2_and_three_lines_of_standard_error() throws Exception {
    Reading reading = process(Map.of(), "run", "99");
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.out()).isEmpty();
    assertThat(reading.err().lines()).hasSize(3);
  }

  @Test
  void pictures_are_drawn_in_the_c_locale_too() throws Exception {
    Reading reading = process(Map.of("LC_ALL", "C"), "run", "0", "--scheduler", "basic");
    assertThat(reading.exit()).isZero();
    assertThat(reading.out()).contains("made ─▶ spawned", "┌ polled by worker 0");
  }

  @Test
  void a_bad_parallelism_in_the_environment_gets_three_lines_and_no_page() throws Exception {
    Reading reading = process(Map.of("WAKEROBIN_PARALLELISM", "0"), "run", "0");
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.out()).isEmpty();
    assertThat(reading.err().lines())
        .hasSize(3)
        .first()
        .isEqualTo("WAKEROBIN_PARALLELISM must be at least 1, and this is 0");
  }

  private Reading process(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", everythingOnThePaths(), Main.class.getName()));
    command.addAll(List.of(words));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "WAKEROBIN_PARALLELISM"));
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Reading(exit, Files.readString(out), Files.readString(err));
  }

  /// What this test was started with, be it modules or not.
  private static String everythingOnThePaths() {
    return System.getProperty("jdk.module.path", "")
        + File.pathSeparator
        + System.getProperty("java.class.path", "");
  }
}
