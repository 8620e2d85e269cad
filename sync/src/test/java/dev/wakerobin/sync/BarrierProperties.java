package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The barrier against a list of who has come in this round.
class BarrierProperties {
  private static final int PLACES = 7;

  sealed interface Step {
    record Poll(int place, boolean budget) implements Step {}

    record Cancel(int place) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Boolean> budget = Arbitraries.of(true, true, true, false);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(10, Combinators.combine(place, budget).as(Step.Poll::new)),
            Tuple.of(2, place.map(Step.Cancel::new)))
        .list()
        .ofMaxSize(80);
  }

  @Property
  void all_go_on_when_the_last_has_come_and_that_one_leads(
      @ForAll @IntRange(min = 1, max = 5) int parties, @ForAll("steps") List<Step> steps) {
    Barrier barrier = new Barrier(parties);
    List<Hand<Boolean>> comers = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      comers.add(Hand.of(barrier.awaitOthers()));
    }
    List<Hand<Boolean>> here = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Poll(int place, boolean budget) -> {
          Hand<Boolean> comer = comers.get(place);
          boolean arrives = !comer.isWaiting() || refused(comer, here);
          boolean last = arrives && budget && here.size() == parties - 1;
          boolean through = last || (!arrives && !here.contains(comer));
          if (arrives && budget) {
            here.add(comer);
          }
          if (last) {
            here.remove(comer);
          }
          assertThat(comer.poll(budget)).isEqualTo(through);
          if (through) {
            assertThat(comer.value()).isEqualTo(last);
            comers.set(place, Hand.of(barrier.awaitOthers()));
          }
          if (last) {
            assertThat(here).allMatch(Hand::isRung);
            here.clear();
          }
        }
        case Step.Cancel(int place) -> {
          here.remove(comers.get(place));
          comers.get(place).cancel();
          comers.set(place, Hand.of(barrier.awaitOthers()));
        }
      }
      assertThat(here).noneMatch(Hand::isRung);
    }
  }

  /// Whether it has been polled, but without a budget, so that it has not come yet.
  private static boolean refused(Hand<Boolean> comer, List<Hand<Boolean>> here) {
    return !here.contains(comer) && comer.isRefused();
  }

  @Test
  void a_barrier_for_nobody_is_an_error() {
    assertThatThrownBy(() -> new Barrier(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a barrier is for 1 task or more, and this would be for 0");
  }
}
