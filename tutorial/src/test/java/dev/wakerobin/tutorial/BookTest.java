package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules that every chapter keeps, checked on its source.
class BookTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/wakerobin/tutorial");

  static List<Heading> headings() {
    return Book.whole().chapters().stream().map(Chapter::heading).toList();
  }

  @ParameterizedTest
  @MethodSource("headings")
  void a_chapter_has_the_whole_frame_in_its_order(Heading heading) throws IOException {
    String source = Files.readString(SOURCES.resolve(heading.file()));
    assertThat(source)
        .containsSubsequence(
            "/// # " + heading.number() + ". ",
            "/// **Goal.** ",
            "/// **Where we are.** ",
            "/// **Predict.** ",
            "/// ## What went on",
            "/// ## What is next");
    if (heading.number() > 0) {
      assertThat(source).contains("/// ## Often believed: ");
    }
  }

  @ParameterizedTest
  @MethodSource("headings")
  void the_title_and_the_map_in_the_text_are_those_on_the_screen(Heading heading)
      throws IOException {
    String source = Files.readString(SOURCES.resolve(heading.file()));
    assertThat(source.replace("`", "")).contains(heading.number() + ". " + heading.title() + "\n");
    assertThat(source)
        .contains(Station.map(heading.stations()).indent(0).replaceAll("(?m)^", "/// "));
  }

  @ParameterizedTest
  @MethodSource("headings")
  void a_chapter_has_at_most_150_lines_of_new_code_and_so_has_an_annex(Heading heading)
      throws IOException {
    Path chapter = SOURCES.resolve(heading.file()).resolveSibling("");
    try (Stream<Path> folders = Files.walk(chapter).filter(Files::isDirectory)) {
      for (Path folder : folders.toList()) {
        assertThat(newCodeIn(folder)).as("%s", folder).hasSizeBetween(10, 150);
      }
    }
  }

  private static Set<String> newCodeIn(Path folder) throws IOException {
    Set<String> code = new HashSet<>();
    try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        code.addAll(codeOf(Files.readString(file)));
      }
    }
    return code;
  }

  /// The lines that are neither comment nor import, nor what stands on the page. One that was there
  /// before, as in the step before, is not new.
  private static Set<String> codeOf(String source) {
    String program =
        source
            .replaceAll("(?s)\\n  @Override\\n  public void tell\\(.*?\\n  }\\n", "")
            .replaceAll("(?s)\\n  @Override\\n  public Heading heading\\(.*?\\n  }\\n", "");
    Set<String> lines = new HashSet<>();
    for (String line : program.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("//") && !line.matches("(import|package) .*")) {
        lines.add(line);
      }
    }
    return lines;
  }
}
