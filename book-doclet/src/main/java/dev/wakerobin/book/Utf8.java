package dev.wakerobin.book;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files that the book is made of beside the sources.
final class Utf8 {
  private Utf8() {}

  /// The lines of a file; none, and a complaint, if it is not in UTF-8.
  static List<String> lines(Path file, Faults faults) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException other) {
      faults.add(file.toString(), 0, "this is not UTF-8: save it as such");
      return List.of();
    }
  }
}
