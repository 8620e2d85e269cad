package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.futures.Performer.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Of what is made of many futures.
class SetProperties {

  @Property
  void joinAll_gives_all_values_or_the_first_failure_once_all_have_ended(
      @ForAll("plays") Play play) {
    Ending<List<Integer>> ending = play.of(Futures::<Integer>joinAll);
    ending.obeysTheRules();
    List<Integer> all = IntStream.range(0, play.parts().size()).boxed().toList();
    switch (ending) {
      case Ending.Ready<List<Integer>>(_, List<Integer> values) ->
          assertThat(values).isEqualTo(all);
      case Ending.Threw<List<Integer>>(_, Throwable failure) -> {
        assertThat(failure).isInstanceOf(Broken.class);
        assertThat(ending.ended()).as("nobody is cut short").isEqualTo(all);
        assertThat(failure.getSuppressed()).hasSize(failing(play, all) - 1);
      }
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  @Property
  void tryJoinAll_gives_all_values_or_the_first_failure_at_once(@ForAll("plays") Play play) {
    Ending<List<Integer>> ending = play.of(Futures::<Integer>tryJoinAll);
    ending.obeysTheRules();
    switch (ending) {
      case Ending.Ready<List<Integer>>(_, List<Integer> values) ->
          assertThat(values).hasSize(play.parts().size());
      case Ending.Threw<List<Integer>>(_, Throwable failure) -> {
        assertThat(failure).isInstanceOf(Broken.class);
        assertThat(failing(play, ending.ended())).as("the first failure is the end").isOne();
      }
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  @Property
  void select_gives_the_end_of_the_first_that_ended(
      @ForAll("someParts") Play play, @ForAll boolean biased) {
    Ending<Selected<Integer>> ending =
        play.of(biased ? Futures::<Integer>selectBiased : Futures::<Integer>select);
    ending.obeysTheRules();
    switch (ending) {
      case Ending.Ready<Selected<Integer>>(_, Selected<Integer>(int index, Integer value)) -> {
        assertThat(value).isEqualTo(index);
        assertThat(ending.ended()).containsExactly(index);
      }
      case Ending.Threw<?>(_, Throwable failure) ->
          assertThat(ending.ended()).containsExactly(((Broken) failure).name);
      case Ending.Cancelled<?> _ -> assertThat(ending.ended()).isEmpty();
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  @Property
  void futuresUnordered_gives_the_values_in_the_order_in_which_they_are_ready(
      @ForAll("plays") Play play) {
    List<Integer> ready = new ArrayList<>();
    List<Integer> given = new ArrayList<>();
    Ending<?> ending =
        play.of(
            cast -> {
              FuturesUnordered<Integer> set = new FuturesUnordered<>();
              cast.forEach(actor -> set.add(Futures.map(actor, name -> note(ready, name))));
              return Streams.from(set).forEach(given::add);
            });
    ending.obeysTheRules();
    assertThat(given).isEqualTo(ready);
    switch (ending) {
      case Ending.Ready<?> _ -> assertThat(given).hasSize(play.parts().size());
      case Ending.Threw<?>(_, Throwable failure) -> assertThat(failure).isInstanceOf(Broken.class);
      case Ending.Cancelled<?> _ -> {}
      case Ending.Stuck<?> _ -> Ending.isNeverReady(play);
    }
  }

  private static int note(List<Integer> list, int name) {
    list.add(name);
    return name;
  }

  private static int failing(Play play, List<Integer> names) {
    return (int)
        names.stream().filter(name -> play.parts().get(name).end() == Part.End.THROWS).count();
  }

  @Provide
  Arbitrary<Play> plays() {
    return Play.any(0, 6);
  }

  @Provide
  Arbitrary<Play> someParts() {
    return Play.any(1, 6);
  }
}
