package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Book;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  // ---- What is asked for

  @Test
  void without_words_and_without_a_terminal_it_shows_chapter_0_and_the_contents_and_ends() {
    Reading reading = Reading.of();
    assertThat(reading.exit()).isZero();
    assertThat(reading.err()).isEmpty();
    assertThat(reading.lines())
        .containsSubsequence(
            "Wakerobin: a book about async runtimes that runs.",
            "0 · How this book works",
            "hello",
            "good-bye",
            "  0  How this book works",
            "  5  Spawning and JoinHandle",
            "next: ./wakerobin run 1");
  }

  @Test
  void list_shows_the_chapters() {
    Reading reading = Reading.of("list");
    assertThat(reading.exit()).isZero();
    assertThat(reading.lines())
        .containsExactly(
            "  0  How this book works",
            "  1  A future is a value you must poll",
            "  2  Keep the bell: wakers",
            "  3  An executor in 60 lines",
            "  4  Async functions",
            "  5  Spawning and JoinHandle",
            "  6  Tasks are green threads",
            "  7  Don't compute Fibonacci in a task",
            "  8  Streams, and spawning inside streams",
            "  9  Timers and a clock of your own",
            " 10  Channels, back pressure, select",
            " 11  Cancellation and time-outs",
            " 12  Basic or work-stealing?",
            " 13  Write your own scheduler, plug it in",
            " 14  Prove it: properties with jqwik");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void help_says_what_there_is(String word) {
    Reading reading = Reading.of(word);
    assertThat(reading.exit()).isZero();
    assertThat(reading.out())
        .contains(
            "list", "run N", "verify", "format", "--scheduler NAME", "--parallelism P", "--real");
  }

  @Test
  void the_help_is_that_of_the_script() throws IOException {
    assertThat(Files.readString(Path.of("../wakerobin"))).contains(Commands.help(""));
  }

  @Test
  void no_page_of_help_is_wider_than_60_columns() {
    for (Usage usage : Commands.usages()) {
      Reading reading = Reading.of(usage.verb(), "--help");
      assertThat(reading.exit()).isZero();
      assertThat(reading.lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60))
          .first(as(STRING))
          .contains(usage.verb().isEmpty() ? "Wakerobin" : "./wakerobin " + usage.verb());
    }
  }

  @Test
  void a_command_of_the_script_that_is_not_the_first_word_is_told_so() {
    Reading reading = Reading.of("--real", "verify");
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.err().lines())
        .hasSize(3)
        .first()
        .isEqualTo("'verify' has to be the first word");
  }

  @Test
  void options_may_stand_anywhere_and_take_an_equals_sign() {
    Reading reading = Reading.of("--scheduler=basic", "run", "--parallelism=1", "3");
    assertThat(reading.exit()).isZero();
    assertThat(reading.lines()).contains("basic: all three, polled 8 times in all");
  }

  @Test
  void both_schedulers_are_there() {
    assertThat(AsyncRuntime.availableSchedulers()).contains("basic", "work-stealing");
  }

  // ---- What makes no sense

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run 40                  | no chapter '40'
          run four                | no chapter 'four'
          run                     | run needs the number of a chapter
          run 1 2                 | run takes one chapter, and then there is '2'
          walk 1                  | no command 'walk'
          list 1                  | list takes no '1'
          explain                 | explain needs a class file, or the number of a chapter
          explain 1 2             | explain takes one class file, and then there is '2'
          explain 1 --width 59    | '59' is not a width
          explain 1 --width wide  | 'wide' is not a width
          --fast                  | no option '--fast'
          rnu 1                   | no command 'rnu': did you mean 'run'?
          lern                    | no command 'lern': did you mean 'learn'?
          -x learn                | no option '-x'
          run 0 --paralelism 1    | no option '--paralelism': did you mean '--parallelism'?
          run 0 --scheduler bsic  | no scheduler 'bsic': did you mean 'basic'?
          run 0 --seed x          | 'x' is not a number
          explain 1 --real        | --real is for run, race, trace only
          run 0 --scheduler       | --scheduler needs a name
          run 0 --scheduler fair  | no scheduler 'fair'
          run 0 --scheduler=      | no scheduler ''
          --parallelism           | --parallelism needs a number
          --parallelism --help    | --parallelism needs a number
          run 0 --parallelism 0   | '0' is not a number of workers
          run 0 --parallelism -1  | '-1' is not a number of workers
          run 0 --parallelism 9999 | '9999' is not a number of workers
          run 0 --parallelism two | 'two' is not a number of workers
          run 4 --real=yes        | --real takes no 'yes'
          --scheduler lab --real  | on the lab there is no real time
          """)
  void nonsense_gets_three_lines_and_exit_code_2(String words, String firstLine) {
    Reading reading = Reading.of(words.split(" ", -1));
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.out()).isEmpty();
    assertThat(reading.err().lines()).hasSize(3).first().isEqualTo(firstLine);
    assertThat(reading.err().lines().toList().getLast()).startsWith("try: ./wakerobin");
  }

  @Test
  void who_mistypes_an_option_is_told_those_of_the_command() {
    assertThat(Reading.of("drill", "--sed", "4").err().lines())
        .containsExactly(
            "no option '--sed': did you mean '--seed'?",
            "options: --seed S, --reveal",
            "try: ./wakerobin drill --help");
    assertThat(Reading.of("--sed", "4").err().lines().toList().get(1))
        .isEqualTo("each command has options of its own");
  }

  @Test
  void who_names_an_unknown_chapter_is_told_which_there_are() {
    assertThat(Reading.of("run", "99").err().lines())
        .containsExactly(
            "no chapter '99'", "chapters: " + Book.whole().numbers(), "try: ./wakerobin list");
  }

  @Test
  void who_names_an_unknown_scheduler_is_told_which_there_are() {
    String names = String.join(", ", AsyncRuntime.availableSchedulers());
    assertThat(Reading.of("run", "0", "--scheduler", "fair").err().lines())
        .containsExactly(
            "no scheduler 'fair'",
            "schedulers: " + names,
            "try: ./wakerobin run 0 --scheduler basic");
  }

  // ---- At a terminal

  @Test
  void enter_goes_on_to_the_next_chapter_and_q_quits() {
    Reading reading = Reading.atTerminal("\nq\n", false, "--scheduler", "basic");
    assertThat(reading.exit()).isZero();
    assertThat(reading.out())
        .containsSubsequence(
            "0 · How this book works",
            "[Enter] chapter 1   [q] quit > ",
            "1 · A future is a value you must poll",
            "[Enter] chapter 2   [q] quit > ",
            "Go on later: ./wakerobin run 2")
        .doesNotContain("2 · Keep the bell");
  }

  @Test
  void the_end_of_the_input_quits_as_well() {
    Reading reading = Reading.atTerminal("", false);
    assertThat(reading.exit()).isZero();
    assertThat(reading.lines())
        .endsWith(
            "Go on later: ./wakerobin run 1", "The exercises, and where you were: ./wakerobin");
  }

  @Test
  void another_key_is_answered_with_what_there_is() {
    Reading reading = Reading.atTerminal("what?\nq\n", false);
    assertThat(reading.exit()).isZero();
    assertThat(reading.out()).contains("Press Enter to go on, or q and Enter to quit.");
  }

  @Test
  void colours_are_used_only_where_they_are_wanted() {
    assertThat(Reading.atTerminal("q\n", true).out()).contains("\u001b[1mGoal\u001b[0m.");
    assertThat(Reading.atTerminal("q\n", false).out()).doesNotContain("\u001b");
  }

  @Test
  void after_the_last_chapter_it_ends() {
    Book book = new Book(List.of(chapter(1, () -> {}), chapter(2, () -> {})));
    Reading reading = Reading.atTerminal(book, "\n\n\n");
    assertThat(reading.exit()).isZero();
    assertThat(reading.lines())
        .endsWith("That was the last chapter so far. Now read the programs.")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }

  // ---- When a chapter fails

  @Test
  void a_chapter_that_fails_gets_three_lines_and_exit_code_1() {
    Chapter broken =
        chapter(
            4,
            () -> {
              throw new IllegalStateException("on purpose");
            });
    Reading reading = Reading.ofBook(new Book(List.of(broken)), "run", "4");
    assertThat(reading.exit()).isEqualTo(1);
    assertThat(reading.err().lines())
        .hasSize(3)
        .first()
        .isEqualTo("chapter 4 broke off: java.lang.IllegalStateException: on purpose");
  }

  private static Chapter chapter(int number, Runnable program) {
    return new Chapter() {
      @Override
      public Heading heading() {
        return new Heading(number, "Chapter", "None.");
      }

      @Override
      public void tell(Page page, Stage stage) {
        program.run();
      }
    };
  }
}
