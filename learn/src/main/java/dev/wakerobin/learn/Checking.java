package dev.wakerobin.learn;

import dev.wakerobin.learn.Compilation.Compiled;
import dev.wakerobin.learn.Compilation.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks a learner's file: compiles it with its check, and runs that on each scheduler, until one
/// is not passed.
///
/// A check that hangs leaves its threads behind. Who goes on after that should do so in another
/// JVM.
final class Checking {
  /// Long enough for a slow machine, short enough for a learner.
  static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

  private static final String SCHEDULER = "wakerobin.scheduler";
  private static final String LAB = "lab";

  private final Duration limit;
  private final Compiler compiler = new Compiler();

  /// @param limit how long a check may take on one scheduler
  Checking(Duration limit) {
    this.limit = limit;
  }

  Verdict check(Exercise exercise, Path file) {
    return switch (compiler.compile(List.of(file, shortened(exercise.check())))) {
      case Refused(String complaints) ->
          new Verdict.DoesNotCompile(complaints + advice(exercise, complaints));
      case Compiled(Map<String, byte[]> classes) -> check(exercise, classes);
    };
  }

  /// For whoever gave the file another face than the check knows, and reads of errors in the check.
  private static String advice(Exercise exercise, String complaints) {
    return !complaints.contains(exercise.checkName() + ".java:")
            || complaints.contains(exercise.file() + ":")
        ? ""
        : Words.wrapped(
            """

            These are lines of the check, which uses what your file defines. So the names \
            that were given there have to stay, and the package: none. To begin anew:
                ./wakerobin learn reset %s
            """
                .formatted(exercise.id()));
  }

  /// As seen from the working directory, if it is below it.
  private static Path shortened(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private Verdict check(Exercise exercise, Map<String, byte[]> classes) {
    int checks = 0;
    for (String scheduler : exercise.schedulers()) {
      Classroom room = new Classroom(classes);
      Lesson lesson = new Lesson(room, exercise);
      String before = System.setProperty(SCHEDULER, scheduler);
      try (Printed printed = Printed.fromNowOn();
          Findings findings = Findings.fromNowOn()) {
        if (!lesson.endsWithin(limit)) {
          List<String> places = places(room);
          return new Verdict.Hangs(
              scheduler, limit.toSeconds(), places, findings.messages(), onLab(exercise, classes));
        }
        if (!lesson.failures().isEmpty()) {
          return new Verdict.Failed(scheduler, lesson.failures(), printed.text());
        }
      } finally {
        restore(before);
      }
      checks = lesson.checks();
    }
    return new Verdict.Passed(checks, exercise.schedulers());
  }

  /// What the lab says of a check that hangs elsewhere. It cannot hang so easily: where nothing can
  /// run any more it says which task sleeps, since when, and who has its bell. A check that is made
  /// for the lab has passed there already.
  private List<Verdict.Failure> onLab(Exercise exercise, Map<String, byte[]> classes) {
    if (exercise.schedulers().contains(LAB)) {
      return List.of();
    }
    System.setProperty(SCHEDULER, LAB);
    Lesson lesson = new Lesson(new Classroom(classes), exercise);
    return lesson.endsWithin(limit) ? lesson.failures() : List.of();
  }

  private static void restore(@Nullable String before) {
    if (before == null) {
      System.clearProperty(SCHEDULER);
    } else {
      System.setProperty(SCHEDULER, before);
    }
  }

  /// Where the threads are that run the learner's code.
  private static List<String> places(Classroom room) {
    List<String> places = new ArrayList<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              StackTraceElement frame = room.nearest(stack);
              if (frame != null) {
                places.add(
                    "%s (%s:%d), on the thread '%s'%s"
                        .formatted(
                            frame.getMethodName(),
                            frame.getFileName(),
                            frame.getLineNumber(),
                            thread.getName(),
                            stack[0].equals(frame) ? "" : ", in " + stack[0].getMethodName()));
              }
            });
    return places.stream().sorted().toList();
  }
}
