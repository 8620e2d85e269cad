package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.Timers.Setting;
import dev.wakerobin.runtime.Timers.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class TimersProperties {
  private static final int PLACES = 8;

  private ManualClock clock = Clock.manual();
  private Timers timers = Seams.timers(new RuntimeClock(clock));
  private final List<String> fired = new ArrayList<>();

  @BeforeTry
  void startAfresh() {
    clock = Clock.manual();
    timers = Seams.timers(new RuntimeClock(clock));
    fired.clear();
  }

  // ---- Against a sorted map

  /// What is done to one of a few timers, or to the clock.
  sealed interface Step {
    record Make(int place, long deadline) implements Step {}

    record Set(int place, String name) implements Step {}

    record Cancel(int place) implements Step {}

    record Advance(long nanos) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Long> deadline =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.longs().between(0, 60)),
            Tuple.of(1, Arbitraries.of(Long.MIN_VALUE, -1L, Timers.NEVER - 1, Timers.NEVER)));
    Arbitrary<String> name = Arbitraries.of("a", "b", "c");
    Arbitrary<Step> make = Combinators.combine(place, deadline).as(Step.Make::new);
    Arbitrary<Step> set = Combinators.combine(place, name).as(Step.Set::new);
    Arbitrary<Step> cancel = place.map(Step.Cancel::new);
    Arbitrary<Step> advance = Arbitraries.longs().between(0, 15).map(Step.Advance::new);
    return Arbitraries.frequencyOf(
            Tuple.of(3, make), Tuple.of(5, set), Tuple.of(2, cancel), Tuple.of(3, advance))
        .list()
        .ofMaxSize(60);
  }

  @Property
  void none_fires_early_none_is_forgotten_and_they_fire_in_the_order_of_their_deadlines(
      @ForAll("steps") List<Step> steps) {
    Model model = new Model();
    for (Step step : steps) {
      switch (step) {
        case Step.Make(int place, long deadline) -> model.make(place, deadline);
        case Step.Set(int place, String name) -> model.set(place, name);
        case Step.Cancel(int place) -> model.cancel(place);
        case Step.Advance(long nanos) -> model.advance(nanos);
      }
      assertThat(fired).isEqualTo(model.fired);
      assertThat(timers.size()).isEqualTo(model.waiting.size());
      assertThat(timers.nextDeadline()).isEqualTo(model.nextDeadline());
      assertThat(timers.anyDue()).isFalse();
    }
  }

  /// Deadline and number of a timer.
  record Key(long deadline, long number) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparingLong(Key::deadline)
          .thenComparingLong(Key::number)
          .compare(this, other);
    }
  }

  /// The timers beside a map from key to who is to be woken.
  private final class Model {
    final List<Timer> made = new ArrayList<>();
    final List<Key> keys = new ArrayList<>();
    final TreeMap<Key, String> waiting = new TreeMap<>();
    final List<String> fired = new ArrayList<>();
    long now;
    long number;

    Model() {
      for (int place = 0; place < PLACES; place++) {
        made.add(timers.newTimer(10L * place));
        keys.add(new Key(10L * place, number++));
      }
    }

    void make(int place, long deadline) {
      cancel(place);
      made.set(place, timers.newTimer(deadline));
      keys.set(place, new Key(deadline, number++));
    }

    void set(int place, String name) {
      Key key = keys.get(place);
      long before = nextDeadline();
      Setting setting = timers.set(made.get(place), () -> TimersProperties.this.fired.add(name));
      if (key.deadline <= now) {
        assertThat(setting).isEqualTo(Setting.DUE);
      } else {
        waiting.put(key, name);
        assertThat(setting)
            .isEqualTo(nextDeadline() < before ? Setting.WAITS_FIRST : Setting.WAITS);
      }
    }

    void cancel(int place) {
      timers.cancel(made.get(place));
      waiting.remove(keys.get(place));
    }

    void advance(long nanos) {
      now += nanos;
      clock.advance(Duration.ofNanos(nanos));
      int due = 0;
      while (!waiting.isEmpty() && waiting.firstKey().deadline <= now) {
        fired.add(waiting.pollFirstEntry().getValue());
        due++;
      }
      assertThat(timers.anyDue()).isEqualTo(due > 0);
      assertThat(timers.fireDue()).isEqualTo(due);
    }

    long nextDeadline() {
      Map.Entry<Key, String> first = waiting.firstEntry();
      return first == null ? Timers.NEVER : first.getKey().deadline;
    }
  }

  // ---- Examples

  @Test
  void it_fires_at_its_deadline_and_not_a_nanosecond_before() {
    set(timers.newTimer(10), "ten");
    advance(9);
    assertThat(timers.fireDue()).isZero();
    advance(1);
    assertThat(timers.fireDue()).isEqualTo(1);
    assertThat(fired).containsExactly("ten");
  }

  @Test
  void timers_of_one_deadline_fire_in_the_order_in_which_they_were_made_not_set() {
    Timer first = timers.newTimer(5);
    Timer second = timers.newTimer(5);
    set(second, "second");
    set(first, "first");
    advance(5);
    timers.fireDue();
    assertThat(fired).containsExactly("first", "second");
  }

  @Test
  void one_that_is_set_again_wakes_the_last_who_set_it_and_only_him() {
    Timer timer = timers.newTimer(5);
    assertThat(timers.set(timer, () -> fired.add("earlier"))).isEqualTo(Setting.WAITS_FIRST);
    assertThat(timers.set(timer, () -> fired.add("later"))).isEqualTo(Setting.WAITS);
    advance(5);
    timers.fireDue();
    assertThat(fired).containsExactly("later");
  }

  @Test
  void one_that_never_comes_waits_for_ever_and_is_no_reason_to_look_at_the_clock() {
    assertThat(timers.set(timers.newTimer(Timers.NEVER), () -> fired.add("never")))
        .isEqualTo(Setting.WAITS);
    clock.advance(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(timers.nextDeadline()).isEqualTo(Timers.NEVER);
    assertThat(timers.anyDue()).isFalse();
    assertThat(timers.fireDue()).isZero();
    assertThat(timers.size()).isEqualTo(1);
  }

  @Test
  void who_is_woken_may_set_a_timer_from_within() {
    timers.set(
        timers.newTimer(1),
        () -> {
          fired.add("first");
          set(timers.newTimer(2), "second");
        });
    advance(1);
    assertThat(timers.fireDue()).isEqualTo(1);
    assertThat(timers.nextDeadline()).isEqualTo(2);
    advance(1);
    assertThat(timers.fireDue()).isEqualTo(1);
    assertThat(fired).containsExactly("first", "second");
  }

  @Test
  void cancelling_one_that_does_not_wait_does_nothing() {
    Timer timer = timers.newTimer(1);
    timers.cancel(timer);
    set(timer, "once");
    advance(1);
    timers.fireDue();
    timers.cancel(timer);
    assertThat(fired).containsExactly("once");
  }

  private void set(Timer timer, String name) {
    timers.set(timer, () -> fired.add(name));
  }

  private void advance(long nanos) {
    clock.advance(Duration.ofNanos(nanos));
  }
}
