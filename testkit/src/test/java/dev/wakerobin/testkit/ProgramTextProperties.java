package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// A program that is printed can be pasted into a test.
class ProgramTextProperties {
  @Property(tries = 300)
  void what_is_printed_is_read_as_the_same_program(
      @ForAll(supplier = Program.Any.class) Program program) {
    assertThat(Program.parse(program.toString())).isEqualTo(program);
  }

  @Example
  void a_line_that_is_no_step_is_named() {
    assertThatThrownBy(() -> Program.parse("add 1\nadd one"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("'add one', needs a whole number");
    assertThatThrownBy(() -> Program.parse("join\n  fail"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("too far to the right");
    assertThatThrownBy(() -> Program.parse("jion")).hasMessageContaining("is no step");
  }
}
