package dev.wakerobin.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuredTest {
  @Test
  void a_figure_that_differs_was_measured_and_the_others_count() {
    String pattern =
        Measured.pattern("rings     63       0    40.8", "rings    134       0    41.1");
    assertThat(pattern).isEqualTo("rings # 0 #");
    assertThat(Measured.matches(pattern, "rings      7       0   1,040.8 ██")).isTrue();
    assertThat(Measured.matches(pattern, "rings      7       1    40.8")).isFalse();
    assertThat(Measured.matches(pattern, "sings      7       0    40.8")).isFalse();
    assertThat(Measured.matches(pattern, "rings      7       0")).isFalse();
  }

  @Test
  void lines_without_measured_figures_stay_as_they_are() {
    assertThat(Measured.pattern("  3 ...", "  3 ...")).isEqualTo("  3 ...");
    assertThat(Measured.pattern("3 left", "gone")).isEqualTo("3 left");
  }
}
