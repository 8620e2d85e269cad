package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Book;
import dev.wakerobin.tutorial.Chapter;
import dev.wakerobin.tutorial.Heading;
import dev.wakerobin.tutorial.Page;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class RaceTest {

  @Test
  void each_scheduler_has_a_row_of_figures_and_its_workers_below() {
    Reading reading = Reading.of("race", "8", "--schedulers", "lab,basic");
    assertThat(reading.exit()).isZero();
    assertThat(reading.err()).isEmpty();
    assertThat(reading.lines())
        .startsWith(
            "chapter 8, program 1 of 5",
            "                                  ms   wakes  steals  waited",
            "lab                             80.0      13       0     0.0",
            "basic                           80.0      13       0     0.0")
        .containsSubsequence("lab", "basic")
        .endsWith("next: ./wakerobin race 8 --program 2");
    assertThat(reading.lines()).filteredOn(line -> line.startsWith("worker 0")).hasSize(2);
  }

  @Test
  void without_names_all_schedulers_take_part() {
    assertThat(Reading.of("race", "0").lines())
        .containsSubsequence(AsyncRuntime.availableSchedulers());
  }

  @Test
  void in_real_time_the_lab_stays_away() {
    assertThat(Reading.of("race", "0", "--real").lines())
        .containsSubsequence("basic", "work-stealing")
        .doesNotContain("lab");
  }

  @Test
  void programs_that_take_time_are_drawn_at_one_scale() {
    Reading reading = Reading.of("race", "12", "--schedulers=basic,work-stealing", "--program=2");
    assertThat(reading.lines())
        .startsWith("chapter 12, program 2 of 3")
        .contains(
            "basic                           40.0      20       0    34.0",
            "work-stealing                   14.0      21       3     8.0")
        .filteredOn(line -> line.contains(" 10 ms "))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "3", "5", "9", "10", "11"})
  void every_chapter_that_runs_a_program_can_be_raced(String chapter) {
    Reading reading = Reading.of("race", chapter, "--parallelism", "2");
    assertThat(reading.err()).isEmpty();
    assertThat(reading.exit()).isZero();
    assertThat(reading.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60))
        .containsSubsequence(AsyncRuntime.availableSchedulers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          race                              | race needs the number of a chapter
          race 1 2                          | race takes one chapter, and then there is '2'
          race 99                           | no chapter '99'
          race 8 --schedulers               | --schedulers needs names
          race 8 --schedulers fair          | no scheduler 'fair'
          race 8 --schedulers basic,fair    | no scheduler 'fair'
          race 8 --schedulers basic,        | no scheduler ''
          race 8 --scheduler basic          | --scheduler is for run, trace only
          race 8 --schedulers lab --real    | on the lab there is no real time
          race 8 --program 0                | '0' is not a number of a program
          race 8 --program two              | 'two' is not a number of a program
          race 0 --program 2                | chapter 0 has no program 2
          run 8 --schedulers basic          | --schedulers is for race only
          --program 2                       | --program is for race, trace only
          """)
  void nonsense_gets_three_lines_and_exit_code_2(String words, String firstLine) {
    Reading reading = Reading.of(words.split(" ", -1));
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.out()).isEmpty();
    assertThat(reading.err().lines()).hasSize(3).first().isEqualTo(firstLine);
    assertThat(reading.err().lines().toList().getLast()).startsWith("try: ./wakerobin");
  }

  @Test
  void a_chapter_without_a_program_cannot_be_raced() {
    Chapter silent =
        new Chapter() {
          @Override
          public Heading heading() {
            return new Heading(4, "Silence", "None.");
          }

          @Override
          public void tell(Page page, Stage stage) {}
        };
    Reading reading = Reading.ofBook(new Book(List.of(silent)), "race", "4");
    assertThat(reading.exit()).isEqualTo(2);
    assertThat(reading.err().lines())
        .hasSize(3)
        .first()
        .isEqualTo("chapter 4 runs no program on a scheduler");
  }
}
