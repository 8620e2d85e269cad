package dev.wakerobin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Fixture fixture;

  @BeforeEach
  void makeFixture() throws IOException {
    fixture = new Fixture(folder);
    fixture.exercise();
  }

  private int run(String... words) throws IOException, Refusal {
    return run("", false, words);
  }

  private int run(String typed, boolean interactive, String... words) throws IOException, Refusal {
    out.reset();
    Main.Seat seat =
        new Main.Seat(
            new BufferedReader(new StringReader(typed)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            interactive,
            false);
    try (Checker checker = Checker.likeThisJvm(folder)) {
      return new Main(fixture.learner(), seat, checker).run(Order.parse(List.of(words)));
    }
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void without_a_terminal_it_asks_checks_once_and_says_how_to_go_on() throws Exception {
    assertThat(run()).isEqualTo(Main.NOT_PASSED);
    assertThat(printed())
        .startsWith("[------------------------] 0 of 1\n\n01-1-answer · The answer\n")
        .contains("What is the answer?")
        .contains("✗ the answer is right")
        .endsWith("a hint: ./wakerobin learn hint 01-1-answer\n");
    assertThat(fixture.files()).contains("Answer.java");
  }

  @Test
  void a_program_that_ends_its_jvm_has_not_passed() throws Exception {
    fixture.write("System.exit(0); return 42;");
    assertThat(run("check")).isEqualTo(Main.NOT_PASSED);
    assertThat(printed()).contains("✗ the JVM has ended with exit code 0");
    run("list");
    assertThat(printed()).contains("  01-1-answer  The answer");
  }

  @Test
  void one_may_begin_with_an_exercise_or_with_a_chapter() throws Exception {
    assertThat(run("1")).isEqualTo(Main.NOT_PASSED);
    assertThat(printed()).contains("01-1-answer · The answer");
    assertThat(run("1-1")).isEqualTo(Main.NOT_PASSED);
    assertThat(printed()).contains("01-1-answer · The answer");
    assertRefused("no exercise '2'\nthere is: 01-1-answer", "2");
  }

  @Test
  void an_exercise_is_known_by_its_number_with_or_without_the_zero() throws Exception {
    for (String word : List.of("01-1-answer", "01-1", "1-1", "1", "answer")) {
      run("solution", word);
      assertThat(printed()).as(word).contains("return 42;");
    }
  }

  @Test
  void what_was_passed_is_remembered() throws Exception {
    fixture.write("return 42;");
    assertThat(run("check")).isEqualTo(Main.WELL);
    assertThat(printed()).contains("✓ passed").endsWith("[########################] 1 of 1\n");
    run("list");
    assertThat(printed()).contains("✓ 01-1-answer  The answer");
  }

  @Test
  void hints_come_one_by_one_and_then_all_of_them_with_the_way_to_the_solution() throws Exception {
    run("hint");
    assertThat(printed()).isEqualTo("Hint 1 of 2\nIt is a number.\n");
    run("hint", "answer");
    assertThat(printed()).isEqualTo("Hint 2 of 2\nIt is 42.\n");
    run("hint");
    assertThat(printed())
        .contains("It is a number.")
        .contains("It is 42.")
        .endsWith("That was the last hint. ./wakerobin learn solution 01-1-answer\n");
  }

  @Test
  void a_solution_that_was_not_earned_says_so() throws Exception {
    run("solution");
    assertThat(printed()).startsWith("You have not passed this one yet.").contains("return 42;");
    fixture.write("return 42;");
    run("check");
    run("solution", "01-1-answer");
    assertThat(printed()).startsWith("One way to do it");
  }

  @Test
  void beginning_anew_asks_and_keeps_what_was_there() throws Exception {
    Path file = fixture.write("return 7;");
    run("n\n", true, "reset", "answer");
    assertThat(printed()).endsWith("nothing was changed\n");
    assertThat(file).content().contains("return 7;");
    run("y\n", true, "reset", "answer");
    assertThat(file).content().contains("return 0;");
    assertThat(fixture.files()).contains("Answer.java.kept-1");
    fixture.write("return 8;");
    run("reset", "answer", "--yes");
    assertThat(file.resolveSibling("Answer.java.kept-1")).content().contains("return 7;");
    assertThat(file.resolveSibling("Answer.java.kept-2")).content().contains("return 8;");
  }

  @Test
  void without_a_terminal_nobody_is_asked_and_nothing_is_lost() throws Exception {
    Path file = fixture.write("return 7;");
    assertThatThrownBy(() -> run("reset", "answer"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.lines())
                    .startsWith("you have changed ")
                    .endsWith("./wakerobin learn reset 01-1-answer --yes"));
    assertThat(file).content().contains("return 7;");
  }

  @Test
  void what_makes_no_sense_is_answered_with_what_there_is() {
    assertRefused(
        "no verb 'chek': did you mean 'check'?\nthere is: list, check, hint, solution, reset",
        "chek");
    assertRefused(
        "no verb 'chekc': did you mean 'check'?\nthere is: list, check, hint, solution, reset",
        "chekc");
    assertRefused(
        "no exercise 'aanswer': did you mean '01-1-answer'?\nthere is: 01-1-answer",
        "hint",
        "aanswer");
    assertRefused("no verb 'zip'\nthere is: list, check, hint, solution, reset", "zip");
    assertRefused(
        "no exercise 'anser': did you mean '01-1-answer'?\nthere is: 01-1-answer", "hint", "anser");
    assertRefused("no exercise 'fib'\nthere is: 01-1-answer", "check", "fib");
    assertRefused("no option '--fast'\ntry: ./wakerobin learn --help", "check", "--fast");
    assertRefused("check takes no 'b'\ntry: ./wakerobin learn --help", "check", "a", "b");
    assertRefused("reset needs the name of an exercise\ntry: ./wakerobin learn list", "reset");
  }

  private void assertRefused(String lines, String... words) {
    assertThatThrownBy(() -> run(words))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.lines()).isEqualTo(lines));
  }

  @Test
  void progress_that_cannot_be_read_is_said_and_not_written_over() throws Exception {
    Path file = Files.createDirectories(folder.resolve("exercises")).resolve(".progress");
    Files.writeString(file, "hints.01-1-answer=many\n");
    assertThatThrownBy(this::run).isInstanceOf(Refusal.class).hasMessage(file + " cannot be read");
    assertThat(file).hasContent("hints.01-1-answer=many");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(this::run).isInstanceOf(Refusal.class).hasMessage(file + " cannot be read");
  }

  @Test
  void a_file_in_the_way_of_the_folder_is_told_so() throws Exception {
    Files.createFile(folder.resolve("exercises"));
    assertThatThrownBy(this::run)
        .isInstanceOfSatisfying(
            FileSystemException.class,
            failure ->
                assertThat(Main.refused(failure).lines())
                    .startsWith("cannot use " + folder.resolve("exercises"))
                    .endsWith("and it has to be\nyours to write in"));
  }

  @Test
  void an_exercise_that_is_written_wrongly_is_said_with_its_line() throws Exception {
    Path file = folder.resolve("learn/exercises/01-1-answer/exercise.md");
    Files.writeString(file, "title: x\nkind Fill\n");
    assertThatThrownBy(() -> Learner.in(folder))
        .hasMessage(
            file
                + ":2: expected a line 'key: value' with one of the keys"
                + " [chapter, file, kind, schedulers, title]");
  }
}
