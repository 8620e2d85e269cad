package dev.wakerobin.tutorial.chapter09;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Both queues against a list that is walked through. For a queue of your own, add it to `queues`.
class TimerQueueProperties {

  sealed interface Step {
    record Set(int deadline) implements Step {}

    record Cancel(int which) implements Step {}

    record Advance(int by) implements Step {}
  }

  private record Waiting(int name, long deadline) {}

  @Property
  void bells_are_rung_in_the_order_of_their_deadlines_and_cancelled_ones_are_not(
      @ForAll("queues") Supplier<TimerQueue> queue, @ForAll("steps") List<Step> steps) {
    TimerQueue timers = queue.get();
    List<Integer> heard = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    List<Timer> set = new ArrayList<>();
    List<Waiting> model = new ArrayList<>();
    long now = 0;
    for (Step step : steps) {
      switch (step) {
        case Step.Set(int deadline) -> {
          int name = set.size();
          set.add(timers.set(deadline, () -> heard.add(name)));
          model.add(new Waiting(name, deadline));
        }
        case Step.Cancel(int which) -> {
          if (!set.isEmpty()) {
            int name = which % set.size();
            timers.cancel(set.get(name));
            if (model.removeIf(each -> each.name() == name)) {
              assertThat(timers.places()).isLessThanOrEqualTo(2 * model.size());
            }
          }
        }
        case Step.Advance(int by) -> {
          now += by;
          timers.ringDue(now);
          long time = now;
          model.stream()
              .filter(each -> each.deadline() <= time)
              .sorted(Comparator.comparingLong(Waiting::deadline))
              .forEach(each -> expected.add(each.name()));
          model.removeIf(each -> each.deadline() <= time);
        }
      }
      assertThat(heard).isEqualTo(expected);
      assertThat(timers.nextDeadline()).isEqualTo(earliest(model));
      assertThat(timers.places()).isGreaterThanOrEqualTo(model.size());
    }
  }

  private static OptionalLong earliest(List<Waiting> model) {
    return model.stream().mapToLong(Waiting::deadline).min();
  }

  @Provide
  Arbitrary<Supplier<TimerQueue>> queues() {
    return Arbitraries.of(List.of(PlainQueue::new, LazyQueue::new));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> step =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, 30).map(Step.Set::new)),
            Tuple.of(3, Arbitraries.integers().between(0, 50).map(Step.Cancel::new)),
            Tuple.of(1, Arbitraries.integers().between(0, 5).map(Step.Advance::new)));
    return step.list().ofMaxSize(60);
  }
}
