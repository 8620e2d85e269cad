package dev.wakerobin.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// All exercises, in order.
record Catalogue(List<Exercise> exercises) {

  /// Those in the folders of that one, by name.
  static Catalogue in(Path folder) throws IOException {
    List<Exercise> exercises = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
        exercises.add(ExerciseFile.read(each));
      }
    }
    return new Catalogue(List.copyOf(exercises));
  }

  /// The one that is meant by a word: its id, or the beginning or a part of it that no other one
  /// has. The beginning may lack its zero: `1-1`. A chapter's number alone is a beginning, too.
  ///
  /// @throws Refusal if there is none, or more than one
  Exercise find(String word) throws Refusal {
    String wanted = word.toLowerCase(Locale.ROOT);
    Optional<Exercise> same = exercises.stream().filter(e -> e.id().equals(wanted)).findAny();
    if (same.isPresent()) {
      return same.get();
    }
    List<Exercise> alike = thoseThatBegin((wanted.matches("\\d(-.*)?") ? "0" : "") + wanted);
    if (alike.isEmpty()) {
      alike = exercises.stream().filter(e -> e.id().contains(wanted)).toList();
    }
    if (alike.isEmpty()) {
      throw Refusal.unknown("exercise", word, exercises.stream().map(Exercise::id).toList());
    }
    if (alike.size() > 1) {
      throw new Refusal(
          "%d exercises match '%s'".formatted(alike.size(), word),
          "there is: " + String.join(", ", alike.stream().map(Exercise::id).toList()));
    }
    return alike.getFirst();
  }

  private List<Exercise> thoseThatBegin(String beginning) {
    return exercises.stream().filter(e -> e.id().startsWith(beginning)).toList();
  }

  /// The one after that, if there is one.
  Optional<Exercise> after(Exercise exercise) {
    int next = exercises.indexOf(exercise) + 1;
    return next < exercises.size() ? Optional.of(exercises.get(next)) : Optional.empty();
  }
}
