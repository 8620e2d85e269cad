package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Poll;
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

/// The command `run`: its timeline, its seed, and its watchdog.
@Timeout(60)
class RunChapterTest {

  @Test
  void a_timeline_of_each_program_stands_at_the_end() {
    Reading plain = Reading.of("run", "8");
    Reading reading = Reading.of("run", "8", "--timeline");
    assertThat(reading.out()).startsWith(plain.out().substring(0, plain.out().indexOf("next: ")));
    assertThat(reading.lines())
        .containsSubsequence("program 1 of 5", "program 5 of 5", "next: ./wakerobin run 9")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    assertThat(reading.out()).contains("task 2 'tea'");
  }

  @Test
  void of_very_many_tasks_the_workers_are_drawn() {
    assertThat(Reading.of("run", "6", "--timeline").lines())
        .anySatisfy(line -> assertThat(line).startsWith("worker 0"));
  }

  @Test
  void a_seed_makes_another_run_and_the_same_one_each_time() {
    Reading one = Reading.of("run", "5", "--scheduler", "lab", "--seed", "3");
    assertThat(one.exit()).isZero();
    Book book = new Book(List.of(new Seeded()));
    assertThat(Reading.ofBook(book, "run", "1", "--seed", "42").out()).contains("seed 42");
  }

  @Test
  void the_watchdog_names_the_line_of_a_poll_that_is_too_long_once_the_chapter_is_over() {
    Reading reading = Reading.ofBook(new Book(List.of(new Hog(false))), "run", "1");
    assertThat(reading.exit()).isZero();
    assertThat(reading.err()).isEmpty();
    assertThat(reading.out().replaceAll("\\s+", " "))
        .contains("done The watchdog. Task ")
        .containsPattern("kept a thread from all other tasks in a poll of [0-9]+ ms, at ")
        .containsPattern(
            "\\(RunChapterTest\\.java:[0-9]+\\)\\. next: |\\(RunChapterTest\\.java:[0-9]+\\)\\. That was");
  }

  @Test
  void what_is_on_purpose_is_said_to_be() {
    Reading reading = Reading.ofBook(new Book(List.of(new Hog(true))), "run", "1");
    assertThat(reading.out().replaceAll("\\s+", " ")).contains("Here that was on purpose.");
  }

  @Test
  void in_virtual_time_no_page_is_spoiled() {
    Book book = new Book(List.of(new Hog(false)));
    Reading reading = Reading.ofBook(book, "run", "1", "--scheduler", "lab");
    assertThat(reading.out()).contains("done").doesNotContain("The watchdog");
  }

  /// Says which seed it was given.
  private static final class Seeded implements Chapter {
    @Override
    public Heading heading() {
      return new Heading(1, "Seeded", "None.");
    }

    @Override
    public void tell(Page page, Stage stage) throws Exception {
      page.program(out -> out.println("seed " + stage.seed().orElse(0)));
    }
  }

  /// Keeps a thread for as long as it takes the watchdog to see it.
  private record Hog(boolean hogsOnPurpose) implements Chapter {
    @Override
    public Heading heading() {
      return new Heading(1, "Hog", "None.");
    }

    @Override
    public void tell(Page page, Stage stage) throws Exception {
      page.program(
          out -> {
            try (AsyncRuntime runtime = stage.open()) {
              runtime.blockOn(
                  _ -> {
                    long start = System.nanoTime();
                    while (System.nanoTime() - start < 4 * Watchman.THRESHOLD.toNanos()) {
                      Thread.onSpinWait();
                    }
                    return Poll.ready("");
                  });
            }
            out.println("done");
          });
    }
  }
}
