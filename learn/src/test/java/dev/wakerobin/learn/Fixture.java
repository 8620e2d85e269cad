package dev.wakerobin.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An exercise that is made up: the learner returns a number, and it has to be 42.
record Fixture(Path folder) {

  Exercise exercise() throws IOException {
    Path home = Files.createDirectories(folder.resolve("learn/exercises/01-1-answer"));
    Files.writeString(
        home.resolve("exercise.md"),
        """
        title: The answer
        chapter: 1
        kind: Fill
        file: Answer.java
        schedulers: basic

        What is the answer?

        ## Hint
        It is a number.

        ## Hint
        It is 42.
        """);
    Files.writeString(
        home.resolve("AnswerCheck.java"),
        """
        import static org.assertj.core.api.Assertions.assertThat;
        import org.junit.jupiter.api.Test;

        class AnswerCheck {
          @Test void the_answer_is_right() {
            assertThat(Answer.give()).isEqualTo(42);
          }
        }
        """);
    Files.writeString(home.resolve("Answer.java"), answering("return 0;"));
    Files.createDirectories(home.resolve("solution"));
    Files.writeString(home.resolve("solution/Answer.java"), answering("return 42;"));
    return ExerciseFile.read(home);
  }

  /// A learner's file with that body.
  static String answering(String body) {
    return """
        final class Answer {
          static int give() {
            %s
          }
        }
        """
        .formatted(body);
  }

  Learner learner() throws IOException, Refusal {
    exercise();
    return Learner.in(folder);
  }

  /// The learner writes that body.
  Path write(String body) throws IOException {
    Exercise exercise = exercise();
    Path file = new Desk(folder.resolve("exercises")).layOut(exercise);
    Files.writeString(file, answering(body));
    return file;
  }

  List<String> files() throws IOException {
    try (var files = Files.walk(folder.resolve("exercises"))) {
      return files.filter(Files::isRegularFile).map(f -> "" + f.getFileName()).sorted().toList();
    }
  }
}
