package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "999|999", "1000|1,000", "41822|41,822", "1234567|1,234,567"})
  void numbers_are_grouped(long number, String text) {
    assertThat(Figures.grouped(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0.0|0.000",
        "49999|0.0|0.050",
        "1050000|1.1|1.050",
        "1999999999|2,000.0|2,000.000"
      })
  void milliseconds_are_rounded(long nanos, String tenths, String thousandths) {
    assertThat(Figures.millis(nanos)).isEqualTo(tenths);
    assertThat(Figures.micros(nanos)).isEqualTo(thousandths);
  }
}
