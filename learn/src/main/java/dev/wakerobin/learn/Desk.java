package dev.wakerobin.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The learner's own files. They are laid out from the exercises and then belong to the learner:
/// none is ever written over.
///
/// @param folder where they are, a folder for each exercise
record Desk(Path folder) {

  /// The learner's file for that exercise.
  Path fileOf(Exercise exercise) {
    return folder.resolve(exercise.id()).resolve(exercise.file());
  }

  /// Puts the file there as it is given, if there is none.
  Path layOut(Exercise exercise) throws IOException {
    Path file = fileOf(exercise);
    if (Files.notExists(file)) {
      Files.createDirectories(file.getParent());
      Files.copy(exercise.given(), file);
    }
    return file;
  }

  /// Whether the learner has changed the file.
  boolean isChanged(Exercise exercise) throws IOException {
    Path file = fileOf(exercise);
    return Files.exists(file) && Files.mismatch(file, exercise.given()) >= 0;
  }

  /// Begins anew. What was there is kept beside it under the name that this answers.
  Path startOver(Exercise exercise) throws IOException {
    Path file = fileOf(exercise);
    Path kept = unused(file);
    Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
    layOut(exercise);
    return kept;
  }

  private static Path unused(Path file) {
    int number = 1;
    Path candidate;
    do {
      candidate = file.resolveSibling(file.getFileName() + ".kept-" + number++);
    } while (Files.exists(candidate));
    return candidate;
  }
}
