package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A report never throws: a worker is not to die of it.
class ReporterTest {
  private final IllegalStateException problem = new IllegalStateException("the problem");

  @Test
  void a_problem_goes_to_the_users_reporter() {
    List<Throwable> told = new ArrayList<>();
    new Reporter(told::add).accept(problem);
    assertThat(told).containsExactly(problem);
  }

  @Test
  void without_one_it_goes_to_the_uncaught_exception_handler_of_the_thread() {
    assertThat(uncaughtIn(() -> new Reporter(Reporter::toUncaughtHandler).accept(problem)))
        .containsExactly(problem);
  }

  @Test
  void what_a_reporter_throws_goes_to_the_uncaught_exception_handler_with_the_problem() {
    IllegalArgumentException fromReporter = new IllegalArgumentException("from the reporter");
    Reporter reporter =
        new Reporter(
            _ -> {
              throw fromReporter;
            });
    assertThat(uncaughtIn(() -> reporter.accept(problem))).containsExactly(fromReporter);
    assertThat(fromReporter).hasSuppressedException(problem);
  }

  /// The simplest reporter for a test: `problem -> { throw problem; }`.
  @Test
  void a_reporter_may_throw_the_very_problem() {
    Reporter reporter =
        new Reporter(
            _ -> {
              throw problem;
            });
    assertThat(uncaughtIn(() -> reporter.accept(problem))).containsExactly(problem);
  }

  @Test
  void a_handler_that_throws_as_well_ends_nothing() {
    Reporter reporter =
        new Reporter(
            _ -> {
              throw new IllegalArgumentException("from the reporter");
            });
    boolean[] wentOn = new boolean[1];
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .uncaughtExceptionHandler(
                (_, _) -> {
                  throw new IllegalStateException("from the handler");
                })
            .start(
                () -> {
                  reporter.accept(problem);
                  wentOn[0] = true;
                });
    Patience.awaitEnd(thread);
    assertThat(wentOn[0]).isTrue();
  }

  /// Runs it on a thread of its own, and answers what that one's handler was told, and whether it
  /// came to its end.
  private static List<Throwable> uncaughtIn(Runnable code) {
    List<Throwable> told = new ArrayList<>();
    boolean[] wentOn = new boolean[1];
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .uncaughtExceptionHandler((_, thrown) -> told.add(thrown))
            .start(
                () -> {
                  code.run();
                  wentOn[0] = true;
                });
    Patience.awaitEnd(thread);
    assertThat(wentOn[0]).as("the report did not throw; told: " + told).isTrue();
    return told;
  }
}
