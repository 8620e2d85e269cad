package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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

/// The watch against a value, a count, and what each receiver has seen of it.
class WatchProperties {
  private static final int PLACES = 4;

  sealed interface Step {
    record Set(int value) implements Step {}

    /// Polls for a change, or for a value above ten.
    record Poll(int place, boolean budget) implements Step {}

    record Cancel(int place) implements Step {}

    record See(int place) implements Step {}

    record Close() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Boolean> budget = Arbitraries.of(true, true, true, false);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(0, 15).map(Step.Set::new)),
            Tuple.of(20, Combinators.combine(place, budget).as(Step.Poll::new)),
            Tuple.of(4, place.map(Step.Cancel::new)),
            Tuple.of(3, place.map(Step.See::new)),
            Tuple.of(1, Arbitraries.just(new Step.Close())))
        .list()
        .ofMaxSize(80);
  }

  @Property
  void every_receiver_comes_to_see_the_latest_value_and_no_change_twice(
      @ForAll("steps") List<Step> steps) {
    Model model = new Model();
    for (Step step : steps) {
      switch (step) {
        case Step.Set(int value) -> model.set(value);
        case Step.Poll(int place, boolean budget) -> model.poll(model.eyes.get(place), budget);
        case Step.Cancel(int place) -> model.cancel(model.eyes.get(place));
        case Step.See(int place) -> model.see(model.eyes.get(place));
        case Step.Close() -> model.close();
      }
      model.check();
    }
  }

  /// A receiver, what it waits for, and what the model says it has seen.
  private static final class Eye {
    final Watch.Receiver<Integer> receiver;
    final boolean anyChange; // Or else a value above ten.
    Hand<Optional<Integer>> wait;
    int seen;

    Eye(Watch.Receiver<Integer> receiver, boolean anyChange) {
      this.receiver = receiver;
      this.anyChange = anyChange;
      this.wait = fresh();
    }

    final Hand<Optional<Integer>> fresh() {
      return Hand.of(anyChange ? receiver.changed() : receiver.awaitValue(value -> value > 10));
    }
  }

  private static final class Model {
    final Watch<Integer> watch = new Watch<>(0);
    final List<Eye> eyes = new ArrayList<>();
    int value;
    int changes;
    boolean closed;

    Model() {
      for (int i = 0; i < PLACES; i++) {
        eyes.add(new Eye(watch.subscribe(), i % 2 == 0));
      }
    }

    void set(int next) {
      if (closed) {
        assertThatThrownBy(() -> watch.set(next)).isInstanceOf(ClosedException.class);
      } else {
        watch.set(next);
        value = next;
        changes++;
      }
    }

    boolean isWanted(Eye eye) {
      return eye.anyChange ? eye.seen < changes : value > 10;
    }

    void poll(Eye eye, boolean budget) {
      boolean ready = eye.wait.poll(budget);
      assertThat(ready).isEqualTo(budget && (isWanted(eye) || closed));
      if (ready) {
        Optional<Integer> expected = isWanted(eye) ? Optional.of(value) : Optional.empty();
        assertThat(eye.wait.value()).isEqualTo(expected);
        eye.seen = changes;
        eye.wait = eye.fresh();
      }
    }

    void cancel(Eye eye) {
      eye.wait.cancel();
      eye.wait = eye.fresh();
    }

    void see(Eye eye) {
      assertThat(eye.receiver.see()).isEqualTo(value);
      eye.seen = changes;
    }

    void close() {
      watch.close();
      watch.close();
      closed = true;
    }

    void check() {
      assertThat(watch.value()).isEqualTo(value);
      for (Eye eye : eyes) {
        assertThat(eye.receiver.hasChanged()).isEqualTo(eye.seen < changes);
        if (eye.wait.isWaiting() && (isWanted(eye) || closed)) {
          assertThat(eye.wait.isRung()).isTrue();
        }
      }
    }
  }

  // ---- Examples

  @Test
  void the_first_value_is_no_change() {
    Watch<String> watch = new Watch<>("first");
    assertThat(Hand.of(watch.subscribe().changed()).poll()).isFalse();
  }

  @Test
  void setting_the_same_value_is_a_change() {
    Watch<String> watch = new Watch<>("same");
    Watch.Receiver<String> receiver = watch.subscribe();
    watch.set("same");
    assertThat(receiver.hasChanged()).isTrue();
    assertThat(Hand.polled(receiver.changed()).value()).contains("same");
  }

  @Test
  void a_change_before_the_close_is_seen_after_it_and_then_the_end() {
    Watch<String> watch = new Watch<>("first");
    Watch.Receiver<String> receiver = watch.subscribe();
    watch.set("last");
    watch.close();
    assertThat(Hand.polled(receiver.changed()).value()).contains("last");
    assertThat(Hand.polled(receiver.changed()).value()).isEmpty();
  }

  @Test
  void a_predicate_that_throws_fails_its_own_wait_and_leaves_nothing_behind() {
    Watch<Integer> watch = new Watch<>(1);
    Watch.Receiver<Integer> receiver = watch.subscribe();
    Hand<Optional<Integer>> wait =
        Hand.polled(receiver.awaitValue(value -> 10 / (value - 2) > 100));
    watch.set(2);
    wait.poll();
    assertThat(wait.failure()).isInstanceOf(ArithmeticException.class);
    watch.set(3);
    assertThat(wait.isRung()).isFalse();
  }

  @Test
  void an_update_is_made_from_the_latest_value() {
    Watch<Integer> watch = new Watch<>(20);
    assertThat(watch.update(value -> value + 1)).isEqualTo(21);
    assertThat(watch.value()).isEqualTo(21);
  }
}
