package dev.wakerobin.learn;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/// What the learner has passed, and which hints were taken. Kept in a file of the learner's folder,
/// which is replaced in one step, so that an interruption leaves the old one or the new one.
final class Progress {
  private static final String NAME = ".progress";
  private static final String PASSED = "passed.";
  private static final String HINTS = "hints.";

  private final Path file;
  private final Properties known = new Properties();

  private Progress(Path file) {
    this.file = file;
  }

  /// What is known of the learner with that desk.
  ///
  /// @throws Refusal if the file is not what this class writes
  static Progress of(Desk desk) throws IOException, Refusal {
    Progress progress = new Progress(desk.folder().resolve(NAME));
    if (Files.exists(progress.file)) {
      try (Reader reader = Files.newBufferedReader(progress.file)) {
        progress.known.load(reader);
        for (String key : progress.known.stringPropertyNames()) {
          if (key.startsWith(HINTS)) {
            Integer.parseInt(progress.known.getProperty(key));
          }
        }
      } catch (IllegalArgumentException | IOException _) {
        throw new Refusal(
            progress.file + " cannot be read", "mend it, or remove it: your own files stay");
      }
    }
    return progress;
  }

  boolean hasPassed(Exercise exercise) {
    return known.containsKey(PASSED + exercise.id());
  }

  void pass(Exercise exercise) throws IOException {
    known.setProperty(PASSED + exercise.id(), "yes");
    save();
  }

  /// How many hints were taken.
  int hintsTaken(Exercise exercise) {
    return Integer.parseInt(known.getProperty(HINTS + exercise.id(), "0"));
  }

  void takeHint(Exercise exercise) throws IOException {
    known.setProperty(HINTS + exercise.id(), "" + (hintsTaken(exercise) + 1));
    save();
  }

  /// As if it had not been done.
  void forget(Exercise exercise) throws IOException {
    known.remove(PASSED + exercise.id());
    known.remove(HINTS + exercise.id());
    save();
  }

  private void save() throws IOException {
    Files.createDirectories(file.getParent());
    Path next = Files.createTempFile(file.getParent(), NAME, "");
    try (Writer writer = Files.newBufferedWriter(next)) {
      known.store(writer, "What was passed, and how many hints were taken.");
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
