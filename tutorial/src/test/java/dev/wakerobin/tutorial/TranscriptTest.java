package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final Path SOURCE =
      Path.of("src/main/java/dev/wakerobin/tutorial/chapter01/Chapter01.java");

  @Test
  void what_is_said_and_printed_has_the_line_that_says_and_prints_it() throws Exception {
    List<String> lines = Files.readAllLines(SOURCE);
    for (Transcript.Passage passage : Transcript.of(1, Stage.byDefault()).passages()) {
      String call =
          switch (passage) {
            case Transcript.Said _ -> "page.say(";
            case Transcript.Printed _ -> "page.program(";
          };
      assertThat(lines.get(passage.line() - 1)).contains(call);
    }
  }
}
