package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The machines of `Machines.java` are those in `machines.txt`.
class ExplainTest {
  private static final Path KEPT = Path.of("src/test/resources/explain");

  private static byte[] compiled(String option) throws IOException {
    String source = Files.readString(KEPT.resolve("Machines.java"));
    return Compiler.compile(Map.of("explain/Machines", source), option).get("explain/Machines");
  }

  @Test
  void a_loop_a_try_a_switch_and_two_awaits_in_an_expression_are_told_as_they_run()
      throws IOException {
    List<String> source = Files.readAllLines(KEPT.resolve("Machines.java"));
    assertThat(Explain.of(compiled("-g"), source))
        .isEqualTo(Files.readString(KEPT.resolve("machines.txt")));
  }

  @Test
  void without_the_source_there_are_line_numbers() throws IOException {
    assertThat(Explain.of(compiled("-g"), List.of()))
        .contains("// line 18\n")
        .doesNotContain("// line 18: ");
  }

  @Test
  void without_names_of_variables_slots_are_numbered() throws IOException {
    assertThat(Explain.of(compiled("-g:none"), List.of()))
        .contains("local0 = this.local0;")
        .doesNotContain("// line");
  }

  @Test
  void a_body_that_awaits_nothing_runs_as_it_stands() {
    AsyncBody<String> body = () -> "done";
    assertThat(Explain.of(body)).endsWith("awaits nothing, so it runs as it stands\n");
  }

  @Test
  void every_part_of_the_language_can_be_told() throws IOException {
    Map<String, byte[]> classes = Compiler.compile(Compiler.cases(), "-g");
    for (byte[] bytes : classes.values()) {
      assertThat(Explain.of(bytes, List.of())).doesNotContain("new@").doesNotContain("goto null");
    }
  }
}
