package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.tutorial.Book;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.drill.Drill;
import dev.wakerobin.tutorial.drill.Rehearsal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command `drill`.
class PractiseTest {

  @Test
  void who_answers_all_right_is_told_so_and_it_ends_with_0() throws Exception {
    Reading reading = Reading.typing(answers(5) + answers(6), "drill", "2", "--seed", "5");
    assertThat(reading.exit()).isZero();
    assertThat(reading.out())
        .containsSubsequence("drill 1 of 2", "Right.", "Right.", "drill 2 of 2", "Right.", "Right.")
        .contains("right: 4 of 4", "the same again: ./wakerobin drill 2 --seed 5");
  }

  private static String answers(long seed) throws Exception {
    Drill drill = Drill.of(seed);
    Rehearsal rehearsal = drill.rehearse();
    String words = String.join(", ", rehearsal.printed());
    return words + "\n" + rehearsal.polls(drill.asked()) + "\n";
  }

  @Test
  void who_is_wrong_is_told_where_and_sees_how_it_came_about() throws Exception {
    Drill drill = Drill.of(5);
    Rehearsal rehearsal = drill.rehearse();
    Reading reading = Reading.typing("zip\nmany\n", "drill", "1", "--seed", "5");
    assertThat(reading.exit()).isEqualTo(1);
    assertThat(reading.out())
        .contains(
            "Not quite: word 1 is '" + rehearsal.printed().getFirst() + "', and yours is 'zip'.",
            "It is " + rehearsal.polls(drill.asked()) + ".",
            "It prints: " + String.join(" ", rehearsal.printed()),
            "   1  main  ",
            "right: 0 of 2");
  }

  @Test
  void an_answer_that_is_too_short_is_wrong() {
    Reading reading = Reading.typing("\n\n", "drill", "1", "--seed", "5");
    assertThat(reading.exit()).isEqualTo(1);
    assertThat(reading.out()).contains("and yours is missing.");
  }

  @Test
  void reveal_asks_nothing() {
    Reading reading = Reading.of("drill", "2", "--seed", "7", "--reveal");
    assertThat(reading.exit()).isZero();
    assertThat(reading.err()).isEmpty();
    assertThat(reading.out())
        .contains("drill 2 of 2", "It prints: ", "poll  task  what it does", "task 2 'a'")
        .doesNotContain("> ", "right:");
    assertThat(reading.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }

  @Test
  void without_input_it_shows_the_question_and_how_to_get_the_answer() {
    Reading reading = Reading.of("drill", "--seed", "7");
    assertThat(reading.exit()).isZero();
    assertThat(reading.out())
        .contains("What is printed, in order?", "./wakerobin drill 3 --seed 7", "--reveal")
        .doesNotContain("It prints:", "drill 2 of 3");
  }

  @Test
  void without_a_seed_it_says_which_it_took() {
    Reading reading = Reading.atTerminal(Book.whole(), "q\n", "drill");
    assertThat(reading.exit()).isZero();
    assertThat(reading.out())
        .containsPattern("the same again: ./wakerobin drill 3 --seed [0-9]+\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drill none            | 'none' is not a number of questions
          drill 0               | '0' is not a number of questions
          drill 1 2             | drill takes one number, and then there is '2'
          drill --seed x        | 'x' is not a number
          drill --seed          | --seed needs a number
          drill --timeline      | --timeline is for run only
          """)
  void nonsense_gets_three_lines_and_exit_code_2(String words, String firstLine) {
    Reading reading = Reading.of(words.split(" ", -1));
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.err().lines()).hasSize(3).first().isEqualTo(firstLine);
  }
}
