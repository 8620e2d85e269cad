package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Page page = new Page(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

  @Test
  void what_is_said_is_indented_and_broken_at_60_columns() {
    page.say("word ".repeat(30));
    assertThat(printed())
        .containsExactly(
            "",
            "    word word word word word word word word word word word",
            "    word word word word word word word word word word word",
            "    word word word word word word word word");
  }

  @Test
  void a_word_may_end_at_the_last_column() {
    page.say("a".repeat(40) + " " + "b".repeat(15) + " c");
    assertThat(printed()).element(1).asString().hasSize(60).endsWith("b");
  }

  @Test
  void line_ends_are_blanks_and_empty_lines_begin_paragraphs() {
    page.say(
        """
        one
        two

        three
        """);
    assertThat(printed()).containsExactly("", "    one two", "", "    three");
  }

  @Test
  void a_catchword_stands_in_front() {
    page.say("Predict", "How\noften?");
    assertThat(printed()).containsExactly("", "    Predict. How often?");
  }

  @Test
  void a_program_prints_at_the_left_margin() throws Exception {
    page.program(out -> out.println("hello"));
    assertThat(printed()).containsExactly("", "hello");
  }

  @Test
  void the_map_shows_the_stations_of_the_chapter_in_capitals() {
    assertThat(Station.map(List.of(Station.MADE, Station.POLLED)))
        .contains("MADE ─▶ spawned ─▶ POLLED ─▶ ready", "pending ─▶ woken");
  }

  private List<String> printed() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
