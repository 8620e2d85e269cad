package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The plugin and the lowering agree about small programs: on what is refused, on the words, and on
/// the line. `misplaced/programs.txt` tells how they are written.
class AgreementTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/misplaced/programs.txt");
  private static final String HEAD =
      """
      import static dev.wakerobin.async.Async.*;
      import dev.wakerobin.*;
      import dev.wakerobin.async.*;
      import java.io.Serializable;
      import java.util.concurrent.Callable;
      public class Hello {
        static Future<Integer> later() { return c -> Poll.ready(1); }
        interface Call<A, B> { B call(A a) throws Exception; }
        static <A, B> B apply(Call<A, B> call, A a) throws Exception { return call.call(a); }
        static int run(Callable<Integer> c) throws Exception { return c.call(); }
      """;
  private static final Pattern MARK = Pattern.compile("//! (\\w+)(?: of (.+))?$");

  /// What javac points at: a name, or the dot before it.
  private static final Pattern AWAIT =
      Pattern.compile("(?<=Async)\\.await|\\bAsync::|\\bawait(All)?\\(");

  @TestFactory
  Stream<DynamicTest> plugin_and_lowering_agree() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    List<String> titles = new ArrayList<>();
    String[] parts = Files.readString(PROGRAMS).split("(?m)^//// ", -1);
    for (String part : List.of(parts).subList(1, parts.length)) {
      int end = part.indexOf('\n');
      String name = "Program" + sources.size();
      sources.put(name, (HEAD + part.substring(end + 1) + "}\n").replace("Hello", name));
      titles.add(name + ": " + part.substring(0, end));
    }
    List<Verdict> plugin = Verdict.ofPlugin(sources, "-Xlint:none");
    Map<String, byte[]> classes = Compiler.compile(sources);
    return titles.stream()
        .map(
            title -> {
              String name = title.substring(0, title.indexOf(':'));
              return DynamicTest.dynamicTest(
                  title, () -> judge(name, sources.get(name), plugin, classes));
            });
  }

  private static void judge(
      String name, String program, List<Verdict> plugin, Map<String, byte[]> classes) {
    List<Verdict> marked = marks(name, program);
    assertThat(plugin.stream().filter(verdict -> verdict.isOf(name)))
        .as(program)
        .containsExactlyInAnyOrderElementsOf(marked);
    List<Verdict> lowered = Verdict.ofLowering(classes, name);
    assertThat(lowered).as(program).hasSize(marked.isEmpty() ? 0 : 1);
    assertThat(lowered.stream().map(Verdict::said))
        .as(program)
        .isSubsetOf(marked.stream().map(Verdict::said).toList());
  }

  private static List<Verdict> marks(String name, String program) {
    List<Verdict> marks = new ArrayList<>();
    List<String> lines = program.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.find()) {
        Matcher await = AWAIT.matcher(lines.get(i));
        assertThat(await.find()).as(lines.get(i)).isTrue();
        String words = Restriction.valueOf(mark.group(1)).words(mark.group(2));
        marks.add(new Verdict("%s.java:%d: %s".formatted(name, i + 1, words), await.start() + 1));
      }
    }
    return marks;
  }
}
