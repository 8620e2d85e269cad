package dev.wakerobin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckingTest {
  @TempDir private Path folder;
  private Fixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new Fixture(folder);
  }

  private Verdict check(String body) throws IOException {
    Path file = fixture.write(body);
    return new Checking(Duration.ofSeconds(20)).check(fixture.exercise(), file);
  }

  @Test
  void what_is_right_passes() throws IOException {
    assertThat(check("return 42;").words()).isEqualTo("✓ passed: 1 check, on basic");
  }

  @Test
  void what_is_wrong_is_told_as_the_check_tells_it() throws IOException {
    assertThat(check("return 41;").words())
        .isEqualTo(
            """
            ✗ the answer is right
              expected: 42
               but was: 41

            (on the scheduler 'basic')""");
  }

  @Test
  void what_throws_is_told_with_the_learners_line() throws IOException {
    assertThat(check("throw new IllegalStateException(\"oh\");").words())
        .startsWith(
            """
            ✗ the answer is right
              java.lang.IllegalStateException: oh
              at Answer.java:3
            """);
  }

  @Test
  void what_does_not_compile_is_told_as_javac_tells_it() throws IOException {
    assertThat(check("return \"42\";").words())
        .startsWith("It does not compile:\n\n")
        .contains("Answer.java:3: error: incompatible types: String cannot be converted to int")
        .contains("    return \"42\";");
  }

  @Test
  void a_misplaced_await_is_told_once_and_not_what_follows_from_it() throws IOException {
    String words =
        check(
                "Runnable r = () -> dev.wakerobin.async.Async.await(dev.wakerobin.runtime.Tasks.yieldNow()); return 42;")
            .words();
    assertThat(words)
        .containsOnlyOnce("error:")
        .contains("await in a lambda in give, which is no async body");
  }

  @Test
  void a_file_that_the_check_cannot_use_is_told_so() throws IOException {
    Path file = fixture.write("return 42;");
    Files.writeString(file, "final class Reply {}");
    assertThat(new Checking(Duration.ofSeconds(20)).check(fixture.exercise(), file).words())
        .contains("AnswerCheck.java:", "These are lines of the check")
        .endsWith("./wakerobin learn reset 01-1-answer");
  }

  @Test
  void a_file_that_is_gone_or_a_folder_is_told_so() throws IOException {
    Path file = fixture.write("return 42;");
    Files.delete(file);
    Checking checking = new Checking(Duration.ofSeconds(20));
    String gone = "It does not compile:\n\nthere is no file " + file;
    assertThat(checking.check(fixture.exercise(), file).words()).isEqualTo(gone);
    Files.createDirectory(file);
    assertThat(checking.check(fixture.exercise(), file).words()).isEqualTo(gone);
  }

  @Test
  void a_file_in_another_charset_is_told_with_its_line() throws IOException {
    Path file = fixture.write("return 42;");
    Files.write(
        file, "final class Answer {\n  // h\u00e4\n}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new Checking(Duration.ofSeconds(20)).check(fixture.exercise(), file).words())
        .contains("Answer.java:2: error: unmappable character (0xE4) for encoding UTF-8");
  }

  @Test
  void what_never_ends_is_told_with_the_line_where_it_is() throws IOException {
    Path file = fixture.write("for (int i = 0; ; i = i ^ 1) {}");
    Verdict verdict = new Checking(Duration.ofSeconds(1)).check(fixture.exercise(), file);
    assertThat(verdict.words())
        .startsWith("✗ it did not end within 1 seconds, on the scheduler 'basic'.")
        .contains("  give (Answer.java:3), on the thread 'check'");
  }

  @Test
  void a_task_that_keeps_its_thread_is_named_by_the_watchdog_with_its_line() throws IOException {
    Path file =
        fixture.write(
            """
            try (var runtime = dev.wakerobin.runtime.AsyncRuntime.create()) {
              return runtime.blockOn(runtime.spawn("greedy", context -> {
                for (int i = 0; ; i = i ^ 1) {}
              }));
            } catch (InterruptedException e) {
              return 0;
            }
            """);
    Verdict verdict = new Checking(Duration.ofSeconds(2)).check(fixture.exercise(), file);
    assertThat(verdict.words().replaceAll("\\s+", " "))
        .startsWith("✗ it did not end within 2 seconds")
        .contains("The watchdog says: task 1 'greedy' has kept thread")
        .containsPattern("it computes, at .*Answer\\.java:5");
    assertThat(System.getProperty("wakerobin.watchdog.ms")).isNull();
  }

  @Test
  void what_waits_for_ever_is_explained_by_the_lab() throws IOException {
    Path file =
        fixture.write(
            """
            try (var runtime = dev.wakerobin.runtime.AsyncRuntime.create()) {
              return runtime.blockOn(runtime.spawn("forgetful", context -> {
                context.waker();
                return dev.wakerobin.Poll.<Integer>pending();
              }));
            } catch (InterruptedException e) {
              return 0;
            }
            """);
    Verdict verdict = new Checking(Duration.ofSeconds(2)).check(fixture.exercise(), file);
    assertThat(verdict.words().replaceAll("\\s+", " "))
        .startsWith("✗ it did not end within 2 seconds, on the scheduler 'basic'.")
        .contains("On the lab the same check ends, and tells why:")
        .contains("task 1 'forgetful' sleeps since 0 s: it waits at", "nobody holds its waker");
  }

  @Test
  void what_it_printed_is_shown_if_it_fails() throws IOException {
    assertThat(check("System.out.println(\"here\"); return 1;").words())
        .endsWith("Your program printed:\n  here");
  }

  @Test
  void of_much_that_was_printed_the_end_is_shown() throws IOException {
    String words =
        check("for (int i = 0; i < 100; i++) System.out.println(\"line \" + i); return 1;").words();
    assertThat(words).contains("(80 lines before)").contains("line 99").doesNotContain("line 79\n");
  }

  @Test
  void each_file_is_compiled_anew() throws IOException {
    assertThat(check("return 1;").isPassed()).isFalse();
    assertThat(check("return 42;").isPassed()).isTrue();
    assertThat(check("return 1;").isPassed()).isFalse();
  }

  @Test
  void another_jvm_gives_the_same_answer_and_outlives_what_ends_it() throws IOException {
    Path right = fixture.write("return 42;");
    Exercise exercise = fixture.exercise();
    try (Checker checker = Checker.likeThisJvm(folder)) {
      assertThat(checker.check(exercise, right))
          .isEqualTo(new Checker.Answer(true, "✓ passed: 1 check, on basic"));
      fixture.write("System.exit(3); return 42;");
      assertThat(checker.check(exercise, right))
          .isEqualTo(
              new Checker.Answer(
                  false,
                  "✗ the JVM has ended with exit code 3: does the program call System.exit?"));
      fixture.write("return 42;");
      assertThat(checker.check(exercise, right).passed()).isTrue();
    }
  }

  @Test
  void what_is_not_a_checker_is_told_by_its_exit_code() throws IOException {
    try (Checker checker = new Checker(List.of("false"))) {
      assertThat(checker.check(fixture.exercise(), folder).words()).contains("exit code 1");
    }
  }
}
