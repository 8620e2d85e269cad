package dev.wakerobin.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/// Random programs do lowered what they do directly: the same result, side effects in the same
/// order, the same exceptions with the same suppressed ones; however often they are suspended.
class ProgramProperties {
  private static final int[] PENDING = {0, 1, 3};
  private static final int DEPTH = 5;
  private static final int MOST_BODIES = 8;

  @Property(tries = 12, shrinking = ShrinkingMode.FULL)
  void a_random_program_does_what_its_direct_run_does(@ForAll("bodies") List<Tree> bodies)
      throws Exception {
    String program = ProgramText.of(bodies);
    Map<String, byte[]> classes = Compiler.compile(Map.of(ProgramText.CLASS, program), "-g");
    for (Way way : Way.ALL) {
      assertThat(way.first(classes, ProgramProperties::difference))
          .as("%s:%n%s", way.name(), program)
          .isEmpty();
    }
  }

  private static String difference(Case one) {
    for (int pending : PENDING) {
      List<String> lowered = one.lowered(pending, Integer.MAX_VALUE);
      List<String> direct = one.direct(pending, Integer.MAX_VALUE);
      if (!lowered.equals(direct)) {
        return "%s, pending %d: %s, directly: %s".formatted(one.name(), pending, lowered, direct);
      }
    }
    return "";
  }

  @Provide
  Arbitrary<List<Tree>> bodies() {
    return trees(DEPTH).list().ofMinSize(1).ofMaxSize(MOST_BODIES);
  }

  private static Arbitrary<Tree> trees(int depth) {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, Tree.FORMS - 1);
    Arbitrary<List<Tree>> parts =
        depth == 0
            ? Arbitraries.just(List.of())
            : trees(depth - 1).list().ofMaxSize(Tree.MOST_PARTS);
    return Combinators.combine(numbers, numbers, parts).as(Tree::new).withoutEdgeCases();
  }
}
