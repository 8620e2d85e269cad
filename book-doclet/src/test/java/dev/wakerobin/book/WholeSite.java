package dev.wakerobin.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The book itself, made once for all tests, where the reader will look for it: `target/site`.
final class WholeSite {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path FOLDER = ROOT.resolve("target/site");

  private static boolean isMade;

  private WholeSite() {}

  static synchronized void make() throws Exception {
    if (!isMade) {
      StringWriter messages = new StringWriter();
      boolean well = Main.make(ROOT, FOLDER, false, new PrintWriter(messages));
      assertThat(well).as("%s", messages).isTrue();
      isMade = true;
    }
  }

  /// The pages of the book, without those of the API.
  static List<Path> pages() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }
}
