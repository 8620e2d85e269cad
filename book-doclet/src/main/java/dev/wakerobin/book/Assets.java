package dev.wakerobin.book;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// The files that the pages share: their looks, and their scripts.
final class Assets {
  /// What the pages of the API need of them.
  static final List<String> API_SHEETS = List.of("palette.css", "figures.css", "api.css");

  static final List<String> API_SCRIPTS = List.of("theme.js", "replay.js");

  private static final List<String> ALL =
      List.of(
          "palette.css",
          "figures.css",
          "book.css",
          "api.css",
          "theme.js",
          "book.js",
          "replay.js",
          "icon.svg");

  private Assets() {}

  /// Writes them into that folder.
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : ALL) {
      try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
