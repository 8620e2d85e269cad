package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.spi.Want;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// The line against a plain list.
class WaitersProperties {
  private static final int PEOPLE = 6;

  private static final class Person extends Waiter {
    @Override
    Want wanted() {
      return new Want("in", this, "line", "");
    }
  }

  sealed interface Step {
    record Add(int who) implements Step {}

    record Remove(int who) implements Step {}

    record CallFirst() implements Step {}

    record CallAll() implements Step {}

    record DismissAll() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> who = Arbitraries.integers().between(0, PEOPLE - 1);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(8, who.map(Step.Add::new)),
            Tuple.of(4, who.map(Step.Remove::new)),
            Tuple.of(4, Arbitraries.just(new Step.CallFirst())),
            Tuple.of(1, Arbitraries.just(new Step.CallAll())),
            Tuple.of(1, Arbitraries.just(new Step.DismissAll())))
        .list()
        .ofMaxSize(60);
  }

  @Property
  void it_is_a_queue_that_one_may_leave_in_the_middle(@ForAll("steps") List<Step> steps) {
    Waiters<Person> line = new Waiters<>();
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(new Person());
    }
    List<Integer> model = new ArrayList<>();
    List<Integer> rung = new ArrayList<>();
    List<Integer> expectedRung = new ArrayList<>();
    for (Step step : steps) {
      Bells bells = new Bells();
      switch (step) {
        case Step.Add(int who) -> {
          line.add(people.get(who), () -> rung.add(who));
          if (!model.contains(who)) {
            model.add(who);
          }
        }
        case Step.Remove(int who) -> {
          assertThat(line.remove(people.get(who))).isEqualTo(model.removeIf(each -> each == who));
          assertThat(people.get(who).isInLine()).isFalse();
        }
        case Step.CallFirst() -> {
          assertThat(line.callFirst(bells)).isEqualTo(!model.isEmpty());
          if (!model.isEmpty()) {
            int called = model.removeFirst();
            assertThat(people.get(called).isCalled()).isTrue();
            expectedRung.add(called);
          }
        }
        case Step.CallAll() -> {
          line.callAll(bells);
          assertThat(model).allMatch(who -> people.get(who).isCalled());
          expectedRung.addAll(model);
          model.clear();
        }
        case Step.DismissAll() -> {
          line.dismissAll(bells);
          assertThat(model).allMatch(who -> people.get(who).isOutside());
          expectedRung.addAll(model);
          model.clear();
        }
      }
      bells.ring();
      assertThat(rung).isEqualTo(expectedRung);
      assertThat(line.isEmpty()).isEqualTo(model.isEmpty());
      assertThat(line.first()).isSameAs(model.isEmpty() ? null : people.get(model.getFirst()));
      assertThat(walk(line, people)).isEqualTo(model);
      for (int who = 0; who < PEOPLE; who++) {
        assertThat(people.get(who).isInLine()).isEqualTo(model.contains(who));
      }
    }
  }

  /// Follows the links, there and back.
  private static List<Integer> walk(Waiters<Person> line, List<Person> people) {
    List<Integer> seen = new ArrayList<>();
    Waiter last = null;
    for (Waiter each = line.first(); each != null; each = each.behind) {
      assertThat(each.ahead).isSameAs(last);
      seen.add(people.indexOf(each));
      last = each;
    }
    return seen;
  }
}
