package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListingTest {

  @Test
  void what_fits_is_left_as_it_is_but_for_the_gap_before_the_line_number() {
    assertThat(Listing.narrow("start:   a = 1;             // line 7\n         b = 2;\n"))
        .isEqualTo("start:   a = 1;  // line 7\n         b = 2;\n");
  }

  @Test
  void a_long_line_is_broken_after_a_statement_and_the_next_one_stands_below() {
    assertThat(Listing.narrow("start:   one = two(three); four = five(six); seven = eight(nine);"))
        .isEqualTo(
            """
            start:   one = two(three); four = five(six);
                     seven = eight(nine);
            """);
    assertThat(
            Listing.narrow("   case 7: one = two(three); four = five(six); seven = eight(nine);"))
        .isEqualTo(
            """
               case 7: one = two(three); four = five(six);
                       seven = eight(nine);
            """);
  }

  @Test
  void a_long_statement_is_broken_in_two_and_indented() {
    assertThat(
            Listing.narrow("await1:  if (!(awaited.poll(context) instanceof Ready(var value))) {"))
        .isEqualTo(
            """
            await1:  if (!(awaited.poll(context)
                       instanceof Ready(var value))) {
            """);
  }

  @Test
  void a_line_number_that_does_not_fit_stands_below() {
    String code = "x".repeat(55) + ";";
    assertThat(Listing.narrow(code + "  // line 7")).isEqualTo(code + "\n  // line 7\n");
  }

  @Test
  void what_cannot_be_broken_is_left() {
    assertThat(Listing.narrow("x".repeat(70))).isEqualTo("x".repeat(70) + "\n");
  }

  @Test
  void prose_is_broken_at_blanks() {
    assertThat(Listing.narrow("File.java:7: " + "word ".repeat(11)))
        .isEqualTo("File.java:7: " + "word ".repeat(8) + "word\n  word word\n");
  }
}
