package dev.wakerobin.tutorial.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Where the reader was: the number of the chapter that was read last, in a file beside the
/// reader's exercises. The script looks whether it is there, too: if so, the book has been begun.
///
/// A book that cannot be written in is read without one.
///
/// @param file none if nobody knows where the project lies
record Bookmark(Optional<Path> file) {
  private static final String HOME = "wakerobin.home";

  /// None at all.
  static Bookmark none() {
    return new Bookmark(Optional.empty());
  }

  /// In the project that the script has named.
  static Bookmark ofThisProcess() {
    return new Bookmark(
        Optional.ofNullable(System.getProperty(HOME))
            .map(home -> Path.of(home, "exercises", ".bookmark")));
  }

  /// The chapter that was read last; none if it was not put there, or not by us.
  OptionalInt chapter() {
    try {
      return file.isEmpty() || Files.notExists(file.get())
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(Files.readString(file.get()).strip()));
    } catch (IOException | NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  /// Puts it at that chapter.
  void put(int chapter) {
    if (file.isPresent()) {
      try {
        Files.createDirectories(file.get().toAbsolutePath().getParent());
        Files.writeString(file.get(), chapter + "\n");
      } catch (IOException _) {
        // Then the reader is welcomed once more.
      }
    }
  }
}
