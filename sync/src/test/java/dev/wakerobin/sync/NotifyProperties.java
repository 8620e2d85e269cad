package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/// Notify against a plain queue, a flag, and who had been born when everybody was called.
class NotifyProperties {
  private static final int PLACES = 5;

  sealed interface Step {
    /// Gives up what is at that place, and begins anew there.
    record Begin(int place) implements Step {}

    record Poll(int place, boolean budget) implements Step {}

    record Enable(int place) implements Step {}

    record Cancel(int place) implements Step {}

    record One() implements Step {}

    record All() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Boolean> budget = Arbitraries.of(true, true, true, false);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(8, place.map(Step.Begin::new)),
            Tuple.of(16, Combinators.combine(place, budget).as(Step.Poll::new)),
            Tuple.of(3, place.map(Step.Enable::new)),
            Tuple.of(5, place.map(Step.Cancel::new)),
            Tuple.of(8, Arbitraries.just(new Step.One())),
            Tuple.of(2, Arbitraries.just(new Step.All())))
        .list()
        .ofMaxSize(80);
  }

  @Property
  void a_notification_goes_to_one_who_uses_it_or_is_remembered(@ForAll("steps") List<Step> steps) {
    Model model = new Model();
    for (Step step : steps) {
      switch (step) {
        case Step.Begin(int place) -> model.begin(place);
        case Step.Poll(int place, boolean budget) -> model.poll(model.ears.get(place), budget);
        case Step.Enable(int place) -> model.enable(model.ears.get(place));
        case Step.Cancel(int place) -> model.cancel(model.ears.get(place));
        case Step.One() -> model.one();
        case Step.All() -> model.all();
      }
      model.check();
    }
  }

  private enum Heard {
    NOTHING,
    ONE,
    ALL
  }

  /// One who listens: the future, and what the model says it has heard.
  private static final class Ear {
    final Notify.Notified future;
    final Hand<Unit> hand;
    Heard heard = Heard.NOTHING;

    Ear(Notify.Notified future) {
      this.future = future;
      this.hand = Hand.of(future);
    }
  }

  private static final class Model {
    final Notify notify = new Notify();
    final List<Ear> ears = new ArrayList<>();
    final Deque<Ear> line = new ArrayDeque<>();
    boolean remembered;

    Model() {
      for (int i = 0; i < PLACES; i++) {
        ears.add(new Ear(notify.notified()));
      }
    }

    void begin(int place) {
      cancel(ears.get(place));
      ears.set(place, new Ear(notify.notified()));
    }

    private void listen(Ear ear) {
      if (ear.heard == Heard.NOTHING && !line.contains(ear)) {
        if (remembered) {
          remembered = false;
          ear.heard = Heard.ONE;
        } else {
          line.add(ear);
        }
      }
    }

    void poll(Ear ear, boolean budget) {
      if (!ear.hand.isOver()) {
        listen(ear);
        assertThat(ear.hand.poll(budget)).isEqualTo(budget && ear.heard != Heard.NOTHING);
      }
    }

    void enable(Ear ear) {
      if (!ear.hand.isOver()) {
        listen(ear);
        assertThat(ear.future.enable()).isEqualTo(ear.heard != Heard.NOTHING);
      }
    }

    void cancel(Ear ear) {
      boolean passesOn = ear.heard == Heard.ONE && !ear.hand.isOver();
      line.remove(ear);
      ear.hand.cancel();
      if (passesOn) {
        next();
      }
    }

    void one() {
      notify.notifyOne();
      next();
    }

    private void next() {
      if (line.isEmpty()) {
        remembered = true;
      } else {
        line.remove().heard = Heard.ONE;
      }
    }

    void all() {
      notify.notifyWaiters();
      line.clear();
      for (Ear ear : ears) {
        if (ear.heard == Heard.NOTHING) {
          ear.heard = Heard.ALL;
        }
      }
    }

    void check() {
      for (Ear ear : ears) {
        if (ear.hand.isWaiting()) {
          assertThat(ear.hand.isRung()).isEqualTo(ear.heard != Heard.NOTHING);
        }
      }
    }
  }

  // ---- Examples

  @Test
  void many_notifications_with_nobody_there_are_remembered_as_one() {
    Notify notify = new Notify();
    notify.notifyOne();
    notify.notifyOne();
    assertThat(Hand.of(notify.notified()).poll()).isTrue();
    assertThat(Hand.of(notify.notified()).poll()).isFalse();
  }

  @Test
  void what_everybody_hears_uses_up_nothing_that_was_remembered() {
    Notify notify = new Notify();
    Notify.Notified early = notify.notified();
    notify.notifyOne();
    notify.notifyWaiters();
    assertThat(Hand.of(early).poll()).isTrue();
    assertThat(Hand.of(notify.notified()).poll()).as("the remembered one").isTrue();
  }

  @Test
  void who_was_called_with_everybody_and_is_cancelled_passes_nothing_on() {
    Notify notify = new Notify();
    Hand<Unit> first = Hand.polled(notify.notified());
    notify.notifyWaiters();
    Hand<Unit> second = Hand.polled(notify.notified());
    first.cancel();
    assertThat(second.isRung()).isFalse();
    assertThat(second.poll()).isFalse();
  }

  @Test
  void who_is_enabled_without_being_polled_is_first_in_line() {
    Notify notify = new Notify();
    Notify.Notified enabled = notify.notified();
    assertThat(enabled.enable()).isFalse();
    Hand<Unit> polled = Hand.polled(notify.notified());
    notify.notifyOne();
    assertThat(polled.poll()).isFalse();
    assertThat(Hand.of(enabled).poll()).isTrue();
  }
}
