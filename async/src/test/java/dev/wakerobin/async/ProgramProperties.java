package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Random programs, lowered and run directly.
class ProgramProperties {

  @Property(tries = 40)
  void a_random_program_does_what_its_direct_run_does(@ForAll("programs") String program)
      throws Exception {
    for (Case one : Case.in(Compiler.compile(Map.of("cases/Random", program), "-g"))) {
      for (int pending : new int[] {0, 1, 2}) {
        assertThat(one.lowered(pending, Integer.MAX_VALUE))
            .as(program)
            .isEqualTo(one.direct(pending, Integer.MAX_VALUE));
      }
    }
  }

  @Provide
  Arbitrary<String> programs() {
    return Arbitraries.randomValue(random -> new RandomProgram(random).source());
  }
}
