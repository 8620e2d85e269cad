package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a chapter that is at home on the lab prints is the same each time, and it is what stands in
/// `src/test/resources/accepted`. Has it changed on purpose? Then read the new page, and accept it:
/// `./wakerobin run N | sed '$d' > tutorial/src/test/resources/accepted/chapterNN.txt`, all but the
/// line that says what is next.
class AcceptedTest {
  private static final Path ACCEPTED = Path.of("src/test/resources/accepted");

  @ParameterizedTest
  @ValueSource(strings = {"04", "06", "08", "09", "10", "11", "12", "13", "14"})
  void a_chapter_prints_what_was_accepted_every_time(String number) throws IOException {
    String accepted = Files.readString(ACCEPTED.resolve("chapter" + number + ".txt"));
    assertThat(page(number)).isEqualTo(accepted);
    assertThat(page(number)).isEqualTo(accepted);
  }

  private static String page(String number) {
    Reading reading = Reading.of("run", number);
    assertThat(reading.err()).isEmpty();
    String out = reading.out();
    return out.substring(0, out.lastIndexOf('\n', out.length() - 2) + 1);
  }
}
