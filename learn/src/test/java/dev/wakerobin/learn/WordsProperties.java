package dev.wakerobin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class WordsProperties {
  @Property
  void lines_are_broken_between_words_and_no_word_is_lost(
      @ForAll @Size(min = 1, max = 60)
          List<@AlphaChars @StringLength(min = 1, max = 30) String> words) {
    String wrapped = Words.wrapped(String.join(" ", words));
    assertThat(wrapped.lines()).allMatch(line -> line.length() <= Words.WIDTH);
    assertThat(Arrays.asList(wrapped.split("\\s+", -1))).isEqualTo(words);
  }

  @Example
  void paragraphs_and_code_stay() {
    assertThat(Words.wrapped("one\ntwo\n\n    code  here\nthree"))
        .isEqualTo("one two\n\n    code  here\nthree");
  }

  @Example
  void long_lines_are_folded_with_their_indentation_and_none_are_joined() {
    assertThat(Words.folded("a bb cc\n  dd ee ff\ng\n\n   hhhhhhhhhh", 7))
        .isEqualTo("a bb cc\n  dd ee\n  ff\ng\n\n   hhhhhhhhhh");
  }
}
