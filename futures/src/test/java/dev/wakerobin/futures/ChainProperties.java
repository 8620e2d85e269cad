package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.futures.Performer.Broken;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Of what is made of one future or two. These poll by the waker they are given.
class ChainProperties {

  @Property
  void map_applies_the_function_to_the_value(@ForAll("one") Play play) {
    Ending<String> ending = play.of(cast -> Futures.map(cast.getFirst(), name -> "is " + name));
    ending.obeysTheRules();
    switch (ending) {
      case Ending.Ready<String>(_, String value) -> assertThat(value).isEqualTo("is 0");
      case Ending.Threw<?>(_, Throwable failure) -> assertThat(failure).isInstanceOf(Broken.class);
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  @Property
  void then_polls_one_after_the_other(@ForAll("two") Play play) {
    Ending<Integer> ending = play.of(cast -> Futures.then(cast.get(0), _ -> cast.get(1)));
    Performer first = ending.cast().get(0);
    Performer second = ending.cast().get(1);
    assertThat(first.broken + second.broken).isEmpty();
    switch (ending) {
      case Ending.Ready<Integer>(_, Integer value) -> {
        assertThat(value).isOne();
        assertThat(ending.ended()).containsExactly(0, 1);
      }
      case Ending.Threw<?>(_, Throwable failure) -> assertThat(failure).isInstanceOf(Broken.class);
      case Ending.Cancelled<?> _ -> {
        assertThat(first.cancels).isEqualTo(first.ended ? 0 : 1);
        assertThat(second.cancels)
            .as("it was made when the first had ended")
            .isEqualTo(first.ended ? 1 : 0);
      }
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
    assertThat(second.polls == 0 || first.ended).isTrue();
  }

  @Property
  void outcome_never_fails(@ForAll("one") Play play) {
    Ending<Outcome<Integer>> ending = play.of(cast -> Futures.outcome(cast.getFirst()));
    ending.obeysTheRules();
    boolean throwing = play.parts().getFirst().end() == Part.End.THROWS;
    switch (ending) {
      case Ending.Ready<Outcome<Integer>>(_, Outcome<Integer> outcome) ->
          assertThat(outcome instanceof Outcome.Failure).isEqualTo(throwing);
      case Ending.Threw<?>(_, Throwable failure) -> throw new AssertionError("failed", failure);
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  @Property
  void timeout_ends_with_the_one_or_the_other(@ForAll("two") Play play) {
    Ending<Integer> ending = play.of(cast -> Futures.timeout(cast.get(0), cast.get(1)));
    ending.isGentle();
    switch (ending) {
      case Ending.Ready<Integer>(_, Integer value) -> {
        assertThat(value).isZero();
        assertThat(ending.ended()).containsExactly(0);
      }
      case Ending.Threw<?>(_, TimeoutException _) -> assertThat(ending.ended()).containsExactly(1);
      case Ending.Threw<?>(_, Throwable failure) ->
          assertThat(ending.ended()).containsExactly(((Broken) failure).name);
      case Ending.Cancelled<?> _ -> assertThat(ending.ended()).isEmpty();
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  @Property
  void lazy_makes_its_future_once_and_not_unpolled(@ForAll("one") Play play) {
    int[] made = new int[1];
    Ending<Integer> ending =
        play.of(
            cast ->
                Futures.lazy(
                    () -> {
                      made[0]++;
                      return cast.getFirst();
                    }));
    ending.obeysTheRules();
    assertThat(made[0]).isOne();
  }

  @Provide
  Arbitrary<Play> one() {
    return Play.any(1, 1);
  }

  @Provide
  Arbitrary<Play> two() {
    return Play.any(2, 2);
  }
}
