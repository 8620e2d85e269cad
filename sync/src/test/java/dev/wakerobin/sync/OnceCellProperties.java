package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/// The cell against: a value, who makes it, and a queue of who would.
class OnceCellProperties {
  private static final int PLACES = 5;

  /// What the future that makes the value does in its next poll.
  enum Making {
    GOES_ON,
    SUCCEEDS,
    FAILS
  }

  sealed interface Step {
    /// Polls, and if that one makes the value it does this.
    record Poll(int place, Making making, boolean budget) implements Step {}

    record Cancel(int place) implements Step {}

    record Set() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Making> making =
        Arbitraries.frequency(
            Tuple.of(8, Making.GOES_ON), Tuple.of(1, Making.SUCCEEDS), Tuple.of(4, Making.FAILS));
    Arbitrary<Boolean> budget = Arbitraries.of(true, true, true, false);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(20, Combinators.combine(place, making, budget).as(Step.Poll::new)),
            Tuple.of(4, place.map(Step.Cancel::new)),
            Tuple.of(1, Arbitraries.just(new Step.Set())))
        .list()
        .ofMaxSize(60);
  }

  @Property
  void one_at_a_time_tries_to_make_the_value_and_it_is_made_once(
      @ForAll("steps") List<Step> steps) {
    Model model = new Model();
    for (Step step : steps) {
      switch (step) {
        case Step.Poll(int place, Making making, boolean budget) ->
            model.poll(place, making, budget);
        case Step.Cancel(int place) -> model.cancel(place);
        case Step.Set() -> model.set();
      }
      model.check();
    }
  }

  private static final class Model {
    final OnceCell<String> cell = new OnceCell<>();
    final List<Hand<String>> askers = new ArrayList<>();
    final Deque<Hand<String>> line = new ArrayDeque<>();
    Optional<Hand<String>> maker = Optional.empty(); // Whose turn it is.
    boolean begun; // Whether that one has been polled for it.
    Optional<String> value = Optional.empty();
    Making next = Making.GOES_ON;
    int polledMakers;
    int cancelledMakers;

    Model() {
      for (int i = 0; i < PLACES; i++) {
        askers.add(asker());
      }
    }

    private Hand<String> asker() {
      return Hand.of(cell.valueOrInit(Maker::new));
    }

    /// The future that makes the value.
    private final class Maker implements Future<String> {
      @Override
      public Poll<String> poll(Context context) {
        polledMakers++;
        return switch (next) {
          case GOES_ON -> Poll.pending();
          case SUCCEEDS -> Poll.ready("made");
          case FAILS -> throw new IllegalArgumentException("cannot make it");
        };
      }

      @Override
      public void cancel() {
        cancelledMakers++;
      }
    }

    void poll(int place, Making making, boolean budget) {
      Hand<String> asker = askers.get(place);
      if (value.isEmpty() && !line.contains(asker) && maker.isEmpty()) {
        maker = Optional.of(asker);
      } else if (value.isEmpty() && !line.contains(asker) && !isMaker(asker)) {
        line.add(asker);
      }
      boolean makes = value.isEmpty() && isMaker(asker);
      boolean there = value.isPresent();
      next = making;
      begun |= makes;
      int polledBefore = polledMakers;
      boolean ready = asker.poll(budget);
      assertThat(polledMakers - polledBefore).isEqualTo(makes ? 1 : 0);
      assertThat(ready).isEqualTo(makes ? making == Making.SUCCEEDS : there && budget);
      assertThat(asker.hasFailed()).isEqualTo(makes && making == Making.FAILS);
      if (ready && makes) {
        value = Optional.of("made");
        line.clear();
        nextMaker();
      } else if (asker.hasFailed()) {
        nextMaker();
      }
      if (ready) {
        assertThat(asker.value()).isEqualTo(value.orElseThrow());
      }
      if (asker.isOver()) {
        askers.set(place, asker());
      }
    }

    void cancel(int place) {
      Hand<String> asker = askers.get(place);
      line.remove(asker);
      int cancelledBefore = cancelledMakers;
      asker.cancel();
      assertThat(cancelledMakers - cancelledBefore).isEqualTo(isMaker(asker) && begun ? 1 : 0);
      if (isMaker(asker)) {
        nextMaker();
      }
      askers.set(place, asker());
    }

    private void nextMaker() {
      maker = Optional.ofNullable(line.poll());
      begun = false;
    }

    void set() {
      boolean expected = value.isEmpty() && maker.isEmpty();
      assertThat(cell.set("set")).isEqualTo(expected);
      if (expected) {
        value = Optional.of("set");
      }
    }

    boolean isMaker(Hand<String> asker) {
      return maker.isPresent() && maker.get() == asker;
    }

    void check() {
      assertThat(cell.value()).isEqualTo(value);
      assertThat(line).noneMatch(Hand::isRung);
      if (value.isPresent()) {
        assertThat(askers).allMatch(asker -> !asker.isWaiting() || asker.isRung());
      }
    }
  }

  @Test
  void the_next_in_line_is_rung_when_the_one_who_made_it_is_cancelled() {
    OnceCell<String> cell = new OnceCell<>();
    Hand<String> first = Hand.polled(cell.valueOrInit(() -> _ -> Poll.pending()));
    Hand<String> second = Hand.polled(cell.valueOrInit(() -> _ -> Poll.ready("second")));
    Hand<String> third = Hand.polled(cell.valueOrInit(() -> _ -> Poll.ready("third")));
    assertThat(second.isRung()).isFalse();
    first.cancel();
    assertThat(second.isRung()).isTrue();
    assertThat(third.isRung()).isFalse();
    second.cancel();
    assertThat(third.poll()).isTrue();
    assertThat(cell.value()).contains("third");
  }

  @Test
  void a_supplier_that_throws_fails_its_own_caller_and_nobody_else() {
    OnceCell<String> cell = new OnceCell<>();
    IllegalStateException broken = new IllegalStateException("no future");
    Hand<String> first =
        Hand.polled(
            cell.valueOrInit(
                () -> {
                  throw broken;
                }));
    assertThat(first.failure()).isSameAs(broken);
    assertThat(Hand.of(cell.valueOrInit(() -> _ -> Poll.ready("value"))).poll()).isTrue();
  }
}
