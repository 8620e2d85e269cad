package dev.wakerobin.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The learner at work: where the project lies, which exercises there are, the desk, and what has
/// been done.
record Learner(Path repository, Catalogue catalogue, Desk desk, Progress progress) {

  /// At work in that project.
  ///
  /// @throws Refusal if what is known of the learner cannot be read
  static Learner in(Path repository) throws IOException, Refusal {
    Desk desk = new Desk(repository.resolve("exercises"));
    return new Learner(
        repository,
        Catalogue.in(repository.resolve("learn").resolve("exercises")),
        desk,
        Progress.of(desk));
  }

  /// The first one that was not passed; the last one if all were.
  Exercise current() {
    Optional<Exercise> open =
        catalogue.exercises().stream().filter(e -> !progress.hasPassed(e)).findFirst();
    return open.orElse(catalogue.exercises().getLast());
  }

  /// The one of that name; of a chapter whose number this is, the first one that was not passed, or
  /// its first one if all were.
  ///
  /// @throws Refusal if there is none, or if it is not clear which one is meant
  Exercise firstOf(String word) throws Refusal {
    List<Exercise> ofChapter =
        catalogue.exercises().stream().filter(e -> word.equals("" + e.chapter())).toList();
    if (ofChapter.isEmpty()) {
      return catalogue.find(word);
    }
    Optional<Exercise> open = ofChapter.stream().filter(e -> !progress.hasPassed(e)).findFirst();
    return open.orElse(ofChapter.getFirst());
  }

  /// How many were passed.
  long passed() {
    return catalogue.exercises().stream().filter(progress::hasPassed).count();
  }

  boolean hasPassedAll() {
    return passed() == catalogue.exercises().size();
  }

  /// The next hint for an exercise; nothing if all were taken.
  Optional<String> nextHint(Exercise exercise) throws IOException {
    int taken = progress.hintsTaken(exercise);
    if (taken == exercise.hints().size()) {
      return Optional.empty();
    }
    progress.takeHint(exercise);
    return Optional.of(exercise.hints().get(taken));
  }
}
