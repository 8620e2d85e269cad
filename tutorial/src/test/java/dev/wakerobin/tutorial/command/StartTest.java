package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Book;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens without a verb, the first time and later.
class StartTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("exercises/.bookmark");
  }

  private String start(boolean interactive, String typed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(new BufferedReader(new StringReader(typed)), out, out, interactive, false);
    Main main = new Main(Book.whole(), terminal, new Bookmark(Optional.of(file)));
    assertThat(main.run(List.of("--scheduler", "basic"))).isZero();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void the_first_time_it_welcomes_and_keeps_where_the_reader_stopped() {
    assertThat(start(true, "q\n"))
        .contains("0 · How this book works", "Go on later: ./wakerobin run 1");
    assertThat(file).content().isEqualTo("0\n");
  }

  @Test
  void later_it_goes_on_there() {
    assertThat(start(true, "\nq\n")).contains("1 · A future is");
    assertThat(start(true, "\nq\n"))
        .startsWith("Welcome back. The last chapter that you have read is 1.\n[Enter] chapter 2")
        .contains("2 · Keep the bell")
        .doesNotContain("0 · How this book works");
    assertThat(file).content().isEqualTo("2\n");
  }

  @Test
  void without_a_terminal_nobody_has_read_anything() {
    assertThat(start(false, "")).contains("0 · How this book works", "next: ./wakerobin run 1");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_bookmark_that_is_none_is_passed_over() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "somewhere\n");
    assertThat(start(true, "q\n")).contains("0 · How this book works");
    Files.writeString(file, "77\n");
    assertThat(start(true, "q\n")).contains("0 · How this book works");
  }

  @Test
  void where_nothing_can_be_written_the_book_is_read_all_the_same() throws Exception {
    Files.writeString(folder.resolve("exercises"), "a file, where a folder should be");
    assertThat(start(true, "q\n")).contains("0 · How this book works");
  }
}
