package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Book;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.bodies.Bodies;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `explain`.
class ExplanationTest {
  private static Path bodies() throws URISyntaxException {
    return Path.of(Bodies.class.getResource("Bodies.class").toURI());
  }

  @Test
  void a_class_file_is_explained_beside_the_lines_of_its_source() throws Exception {
    Reading reading = Reading.of("explain", bodies().toString(), "--width", "200");
    assertThat(reading.err()).isEmpty();
    assertThat(reading.exit()).isZero();
    assertThat(reading.out())
        .contains("async twice (Bodies.java)\n", "start:", "await2:", "return Poll.ready(")
        .containsPattern("// line [0-9]+: .*2 \\* await\\(number\\)");
  }

  @Test
  void a_chapter_is_explained_with_all_its_classes() {
    Reading reading = Reading.ofBook(new Book(List.of(new Bodies())), "explain", "99");
    assertThat(reading.err()).isEmpty();
    assertThat(reading.out()).contains("async twice (Bodies.java)\n");
  }

  @Test
  void no_line_is_wider_than_asked_for_and_nothing_is_lost() throws Exception {
    String wide = Reading.of("explain", bodies().toString(), "--width=300").out();
    for (int width : new int[] {60, 61, 80, 100}) {
      Reading reading = Reading.of("explain", bodies().toString(), "--width", "" + width);
      assertThat(reading.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(width + 1));
      assertThat(code(reading.out())).isEqualTo(code(wide));
    }
  }

  /// Without blanks and notes.
  private static String code(String text) {
    return text.replaceAll("// line .*", "").replaceAll("\\s", "");
  }

  @Test
  void without_its_source_the_lines_have_numbers_alone(@TempDir Path folder) throws Exception {
    Path alone = Files.copy(bodies(), folder.resolve("Bodies.class"));
    assertThat(Reading.of("explain", alone.toString()).out())
        .containsPattern("// line [0-9]+\n")
        .doesNotContain(": return async");
    Files.writeString(folder.resolve("Bodies.java"), "\n".repeat(40)); // Another version of it.
    assertThat(Reading.of("explain", alone.toString()).exit()).isZero();
    Files.write(folder.resolve("Bodies.java"), new byte[] {(byte) 0xff, 10}); // Not in UTF-8.
    assertThat(Reading.of("explain", alone.toString()).exit()).isZero();
  }

  @Test
  void titles_are_bold_at_a_terminal_that_wants_colours() throws Exception {
    String bold = "\u001b[1masync twice (Bodies.java)\u001b[0m";
    assertThat(Reading.atTerminal("", true, "explain", bodies().toString()).out()).contains(bold);
    assertThat(Reading.atTerminal("", false, "explain", bodies().toString()).out())
        .doesNotContain("\u001b");
  }

  @Test
  void a_class_without_bodies_has_its_methods_named() throws Exception {
    Path page = Path.of(Page.class.getResource("Page.class").toURI());
    Reading reading = Reading.of("explain", page.toString());
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.err())
        .contains("nothing awaits in '" + page + "'", "its methods: program, picture, say");
  }

  @Test
  void a_chapter_without_bodies_says_which_have_some() {
    Book book = new Book(List.of(Book.whole().first(), new Bodies()));
    Reading reading = Reading.ofBook(book, "explain", "0");
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.err())
        .contains("no async body in chapter 0", "chapters with some: 99", "explain 99");
  }

  @Test
  void what_is_no_class_file_is_told_apart(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("Hello.java"), "class Hello {}");
    Path broken = Files.write(folder.resolve("Hello.class"), new byte[] {1, 2, 3});
    assertThat(complaint(text.toString())).contains("is no class file", "compile it: javac -g");
    assertThat(complaint(broken.toString())).contains("is no class file");
    assertThat(complaint(folder.toString())).contains("is a folder", "name a class file in it");
    assertThat(complaint(folder + "/None.class")).contains("no file '");
    assertThat(complaint("a\0b")).contains("no file '");
    assertThat(complaint("9999")).contains("no chapter '9999'");
    assertThat(complaint("99999999999999999999")).contains("no chapter '9");
  }

  private static String complaint(String word) {
    Reading reading = Reading.of("explain", word);
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.out()).isEmpty();
    assertThat(reading.err().lines()).hasSize(3);
    return reading.err();
  }
}
