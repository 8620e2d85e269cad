package dev.wakerobin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the author of an exercise promises.
class ExercisesTest {
  /// Longer than for a learner: the machine that builds may stand still for seconds.
  private static final Checking CHECKING = new Checking(Duration.ofSeconds(30));

  /// For what is wrong, and may hang.
  private static final Checking IMPATIENT = new Checking(Duration.ofSeconds(5));

  static List<Exercise> exercises() throws IOException {
    return Catalogue.in(Path.of("exercises")).exercises();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void it_does_not_pass_as_it_is_given(Exercise exercise) throws IOException {
    assertThat(IMPATIENT.check(exercise, exercise.given()).isPassed()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void its_solution_passes_on_every_scheduler_that_it_names(Exercise exercise) throws IOException {
    assertThat(CHECKING.check(exercise, exercise.solution()))
        .isInstanceOfSatisfying(
            Verdict.Passed.class,
            passed -> assertThat(passed.schedulers()).isEqualTo(exercise.schedulers()));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void its_check_sees_the_mistakes_that_people_make(Exercise exercise) throws IOException {
    List<Path> wrong;
    try (Stream<Path> folders = Files.list(exercise.home().resolve("wrong"))) {
      wrong = folders.sorted().map(folder -> folder.resolve(exercise.file())).toList();
    }
    assertThat(wrong).as("wrong solutions").hasSizeGreaterThanOrEqualTo(2);
    for (Path each : wrong) {
      Verdict verdict = IMPATIENT.check(exercise, each);
      assertThat(verdict)
          .as("%s", each)
          .isNotInstanceOfAny(Verdict.Passed.class, Verdict.DoesNotCompile.class);
      assertThat(inOneLine(verdict.words())).as("%s", each).contains(inOneLine(messageFor(each)));
    }
  }

  /// Lines are broken to fit the terminal.
  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /// What the check has to say of that mistake among other things: the file `message.txt` beside
  /// it. Nothing particular if there is none.
  private static String messageFor(Path wrong) throws IOException {
    Path file = wrong.resolveSibling("message.txt");
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void it_has_hints_and_a_text_that_fits(Exercise exercise) {
    assertThat(exercise.hints()).as("hints").isNotEmpty();
    assertThat(Words.wrapped(exercise.text()).lines())
        .allMatch(line -> line.length() <= Words.WIDTH || line.startsWith("    "));
  }
}
