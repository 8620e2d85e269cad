package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.futures.Actor.Broken;
import dev.wakerobin.futures.Play.Ending;
import dev.wakerobin.futures.Play.How;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JoinProperties {

  @Property
  void join_gives_all_values_or_the_first_failure_once_all_have_ended(@ForAll("plays") Play play) {
    Ending<List<Integer>> ending = play.of(Futures::<Integer>joinAll);
    ending.obeysTheRules();
    List<Integer> all = IntStream.range(0, play.parts().size()).boxed().toList();
    switch (ending.how()) {
      case READY -> assertThat(ending.value()).isEqualTo(all);
      case THREW -> {
        assertThat(ending.failure()).isInstanceOf(Broken.class);
        assertThat(ending.ended()).as("nobody is cut short").isEqualTo(all);
        assertThat(ending.failure().getSuppressed()).hasSize((int) failing(play) - 1);
      }
      case CANCELLED -> {}
      case STUCK -> assertThat(play.parts()).anyMatch(part -> part.end() == Part.End.NEVER);
    }
  }

  @Property
  void tryJoin_gives_all_values_or_the_first_failure_at_once(@ForAll("plays") Play play) {
    Ending<List<Integer>> ending = play.of(Futures::<Integer>tryJoinAll);
    ending.obeysTheRules();
    switch (ending.how()) {
      case READY -> assertThat(ending.value()).hasSize(play.parts().size());
      case THREW -> {
        assertThat(ending.failure()).isInstanceOf(Broken.class);
        long thrown =
            ending.ended().stream()
                .filter(i -> play.parts().get(i).end() == Part.End.THROWS)
                .count();
        assertThat(thrown).as("the first failure is the end").isOne();
      }
      case CANCELLED -> {}
      case STUCK -> assertThat(play.parts()).anyMatch(part -> part.end() == Part.End.NEVER);
    }
  }

  private static long failing(Play play) {
    return play.parts().stream().filter(part -> part.end() == Part.End.THROWS).count();
  }

  @Property
  void select_gives_the_end_of_the_first_that_ended(
      @ForAll("plays") Play play, @ForAll boolean biased) {
    if (play.parts().isEmpty()) {
      return;
    }
    Ending<Selected<Integer>> ending =
        play.of(biased ? Futures::<Integer>selectBiased : Futures::<Integer>select);
    ending.obeysTheRules();
    switch (ending.how()) {
      case READY -> {
        assertThat(ending.value().index()).isEqualTo(ending.value().value());
        assertThat(ending.ended()).containsExactly(ending.value().value());
      }
      case THREW -> assertThat(ending.ended()).containsExactly(((Broken) ending.failure()).name);
      case CANCELLED -> assertThat(ending.ended()).isEmpty();
      case STUCK -> assertThat(play.parts()).allMatch(part -> part.end() == Part.End.NEVER);
    }
    assertThat(ending.how() == How.THREW).isEqualTo(ending.failure() != null);
  }

  @Provide
  Arbitrary<Play> plays() {
    return Play.any(0, 6);
  }
}
