package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.async.BuildDoor.Report;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
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

  @TempDir Path folder;

  private static Map<String, byte[]> hello(String members) {
    String source =
        """
        import static dev.wakerobin.async.Async.*;
        import dev.wakerobin.*;
        import dev.wakerobin.async.*;
        public class Hello {
          static Future<Integer> later() { return c -> Poll.ready(1); }
        %s
        }
        """
            .formatted(members);
    return Compiler.compile(Map.of("Hello", source), "-g");
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

  @Test
  void lowering_once_more_changes_no_file_and_two_builds_give_the_same_bytes() throws Exception {
    Map<String, byte[]> compiled = Compiler.compile(Compiler.cases());
    write(compiled);
    assertThat(lower().lowered()).isPositive();
    Map<String, byte[]> first = read();
    for (Path file : files()) {
      Files.setLastModifiedTime(file, LONG_AGO);
    }
    assertThat(lower().lowered()).isZero();
    for (Path file : files()) {
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }
    write(compiled);
    lower();
    assertThat(read()).containsExactlyInAnyOrderEntriesOf(first);
  }

  @Test
  void a_frame_goes_when_its_body_is_gone_from_the_source() throws Exception {
    write(hello("static Future<?> go() { return async(() -> await(later()) + 1); }"));
    lower();
    assertThat(read()).containsOnlyKeys("Hello", "Hello$go$lowered0");
    write(hello("static Future<?> stay() { return async(() -> await(async(() -> 1))); }"));
    lower();
    assertThat(read()).containsOnlyKeys("Hello", "Hello$stay$lowered0", "Hello$stay$lowered1");
  }

  @Test
  void what_cannot_be_lowered_is_told_with_file_and_line_and_the_rest_is_lowered()
      throws Exception {
    write(
        hello(
            """
            static Future<?> go() { return async(() -> {
              synchronized (Hello.class) { return await(later()); } }); }
            """));
    write(
        Compiler.compile(
            Map.of(
                "Other",
                """
                import static dev.wakerobin.async.Async.*;
                class Other { Object go() { return async(() -> 1); } }
                """)));
    Report report = lower();
    assertThat(report.lowered()).isEqualTo(1);
    assertThat(report.refusals())
        .singleElement()
        .asString()
        .startsWith("Hello.java:7: await in a synchronized block");
  }

  @Test
  void the_code_of_a_body_moves_with_its_lines_and_names() throws Exception {
    write(
        hello(
            "static Future<?> go() { return async(() -> { int n = await(later());\nreturn n; }); }"));
    lower();
    assertThat(methods("Hello")).noneMatch(name -> name.startsWith("lambda$go"));
    MethodModel poll =
        ClassFile.of().parse(read().get("Hello$go$lowered0")).methods().stream()
            .filter(method -> method.methodName().equalsString("poll"))
            .findFirst()
            .orElseThrow();
    List<Integer> lines = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (CodeElement element : poll.code().orElseThrow()) {
      if (element instanceof LineNumber line) {
        lines.add(line.line());
      }
      if (element instanceof LocalVariable variable) {
        names.add(variable.name().stringValue());
      }
    }
    assertThat(lines).contains(6, 7);
    assertThat(names).contains("n");
  }

  private List<String> methods(String type) throws IOException {
    return ClassFile.of().parse(read().get(type)).methods().stream()
        .map(method -> method.methodName().stringValue())
        .toList();
  }
}
