package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.async.BuildDoor.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Class files lowered in their folder do what they would do lowered later, and what a direct run
/// does.
class BuildDoorTest {
  private static final int[] PENDING = {0, 1, 3};
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  private static final String HELLO =
      """
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.*;
      import dev.wakerobin.async.*;
      public class Hello {
        static Future<Integer> later() { return c -> Poll.ready(1); }
      %s
      }
      """;

  @TempDir Path folder;

  private static Map<String, byte[]> hello(String members) {
    return Compiler.compile(Map.of("Hello", HELLO.formatted(members)), "-g");
  }

  private void write(Map<String, byte[]> classes) throws IOException {
    for (Map.Entry<String, byte[]> one : classes.entrySet()) {
      Path file = folder.resolve(one.getKey() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, one.getValue());
    }
  }

  private Map<String, byte[]> read() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (Path file : files()) {
      String name = folder.relativize(file).toString();
      classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
    }
    return classes;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Report lower() throws IOException {
    return BuildDoor.lower(folder, List.of(Path.of("target/test-classes")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-g:none"})
  void a_lowered_folder_does_what_a_direct_run_does(String option) throws Exception {
    Map<String, byte[]> compiled = Compiler.compile(Compiler.cases(), option);
    write(compiled);
    assertThat(lower().refusals()).isEmpty();
    List<Case> cases = Case.in(new CaseLoader(read(), false), compiled);
    assertThat(cases).hasSizeGreaterThan(90);
    for (Case one : cases) {
      for (int pending : PENDING) {
        assertThat(one.lowered(pending, Integer.MAX_VALUE))
            .as("%s, pending %d, %s", one.name(), pending, option)
            .isEqualTo(one.direct(pending, Integer.MAX_VALUE));
      }
    }
  }

  @Test
  void a_cancel_unwinds_a_body_that_was_lowered_in_its_folder() throws Exception {
    Map<String, byte[]> compiled = Compiler.compile(Compiler.cases());
    write(compiled);
    lower();
    CancelTest.assertUnwinds(Case.in(new CaseLoader(read(), false), compiled));
  }
}
