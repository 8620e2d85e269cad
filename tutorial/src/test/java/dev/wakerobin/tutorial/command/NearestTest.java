package dev.wakerobin.tutorial.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> VERBS =
      List.of("list", "run", "race", "explain", "learn", "stress");

  @ParameterizedTest
  @CsvSource({"rnu,run", "lsit,list", "exp,explain", "lern,learn", "races,race", "sress,stress"})
  void a_mistyped_word_is_recognized(String typed, String meant) {
    assertThat(Nearest.to(typed, VERBS)).contains(meant);
  }

  @Test
  void a_word_like_none_of_them_is_not_guessed() {
    assertThat(Nearest.to("walk", VERBS)).isEmpty();
    assertThat(Nearest.to("", VERBS)).isEmpty();
    assertThat(Nearest.to("r", VERBS)).isEmpty();
  }

  @Property
  void a_distance_is_symmetric_and_zero_for_equal_words_alone(
      @ForAll @AlphaChars @StringLength(max = 6) String a,
      @ForAll @AlphaChars @StringLength(max = 6) String b) {
    assertThat(Nearest.distance(a, b)).isEqualTo(Nearest.distance(b, a));
    assertThat(Nearest.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(Nearest.distance(a, b)).isBetween(0, Math.max(a.length(), b.length()));
  }
}
