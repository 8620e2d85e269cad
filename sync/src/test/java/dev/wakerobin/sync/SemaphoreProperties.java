package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

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
import net.jqwik.api.constraints.IntRange;

/// The semaphore against a number and a plain queue, with cancellations at any point.
class SemaphoreProperties {
  private static final int PLACES = 6;

  sealed interface Step {
    /// Gives up what is at that place, and begins anew there.
    record Begin(int place, long weight) implements Step {}

    record Poll(int place, boolean budget) implements Step {}

    record Cancel(int place) implements Step {}

    record Release(int place) implements Step {}

    record Try(long weight) implements Step {}

    record Add(long count) implements Step {}

    record Forget(long count) implements Step {}

    record Close() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Long> weight = Arbitraries.longs().between(0, 4);
    Arbitrary<Boolean> budget = Arbitraries.of(true, true, true, false);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(12, Combinators.combine(place, weight).as(Step.Begin::new)),
            Tuple.of(20, Combinators.combine(place, budget).as(Step.Poll::new)),
            Tuple.of(5, place.map(Step.Cancel::new)),
            Tuple.of(12, place.map(Step.Release::new)),
            Tuple.of(3, weight.map(Step.Try::new)),
            Tuple.of(2, weight.map(Step.Add::new)),
            Tuple.of(2, weight.map(Step.Forget::new)),
            Tuple.of(1, Arbitraries.just(new Step.Close())))
        .list()
        .ofMaxSize(80);
  }

  @Property
  void permits_go_to_those_in_line_in_their_order_and_none_is_lost_or_made(
      @ForAll @IntRange(max = 5) int permits, @ForAll("steps") List<Step> steps) {
    Model model = new Model(permits);
    for (Step step : steps) {
      switch (step) {
        case Step.Begin(int place, long weight) -> model.begin(place, weight);
        case Step.Poll(int place, boolean budget) -> model.poll(place, budget);
        case Step.Cancel(int place) -> model.cancel(model.customers.get(place));
        case Step.Release(int place) -> model.release(model.customers.get(place));
        case Step.Try(long weight) -> model.tryAcquire(weight);
        case Step.Add(long count) -> model.add(count);
        case Step.Forget(long count) -> model.forget(count);
        case Step.Close() -> model.close();
      }
      model.check();
    }
    model.customers.forEach(model::cancel);
    model.customers.forEach(model::release);
    model.check();
    assertThat(model.semaphore.availablePermits()).isEqualTo(model.total);
  }

  /// One who wants permits: the future, and what the model says of it.
  private static final class Customer {
    final Hand<Permit> hand;
    final long weight;
    boolean granted; // The permits are its own, though it may not have been polled since.
    boolean rung;
    boolean released;

    Customer(Hand<Permit> hand, long weight) {
      this.hand = hand;
      this.weight = weight;
    }
  }

  private static final class Model {
    final Semaphore semaphore;
    final List<Customer> customers = new ArrayList<>();
    final Deque<Customer> line = new ArrayDeque<>();
    long free;
    long total;
    boolean closed;

    Model(int permits) {
      semaphore = new Semaphore(permits);
      free = permits;
      total = permits;
      for (int i = 0; i < PLACES; i++) {
        customers.add(new Customer(Hand.of(semaphore.acquire()), 1));
      }
    }

    void begin(int place, long weight) {
      cancel(customers.get(place));
      release(customers.get(place));
      customers.set(place, new Customer(Hand.of(semaphore.acquire(weight)), weight));
    }

    void poll(int place, boolean budget) {
      Customer who = customers.get(place);
      if (who.hand.isOver()) {
        return;
      }
      who.rung = false;
      boolean fits = line.isEmpty() && who.weight <= free;
      if (!who.granted && !closed && fits && !budget) {
        assertThat(who.hand.poll(false)).as("it takes nothing").isFalse();
        who.rung = true;
        return;
      }
      if (!who.granted && !closed && !line.contains(who)) {
        line.add(who);
        serve();
        who.rung = false;
      }
      boolean ready = who.hand.poll(budget);
      if (who.granted) {
        assertThat(ready).isEqualTo(budget);
        who.rung = !budget;
      } else {
        assertThat(ready).isFalse();
        assertThat(who.hand.hasFailed()).isEqualTo(closed);
      }
    }

    void cancel(Customer who) {
      boolean holds = who.granted && !who.hand.isOver();
      who.hand.cancel();
      line.remove(who);
      if (holds) {
        free += who.weight;
        who.granted = false;
      }
      serve();
    }

    void release(Customer who) {
      if (who.hand.isReady()) {
        who.hand.value().close();
        if (!who.released) {
          who.released = true;
          free += who.weight;
        }
        serve();
      }
    }

    void tryAcquire(long weight) {
      if (closed) {
        return;
      }
      Optional<Permit> permit = semaphore.tryAcquire(weight);
      assertThat(permit.isPresent()).isEqualTo(line.isEmpty() && free >= weight);
      permit.ifPresent(Permit::close);
    }

    void add(long count) {
      semaphore.addPermits(count);
      free += count;
      total += count;
      serve();
    }

    void forget(long count) {
      long expected = line.isEmpty() ? Math.min(free, count) : 0;
      assertThat(semaphore.forgetPermits(count)).isEqualTo(expected);
      free -= expected;
      total -= expected;
    }

    void close() {
      semaphore.close();
      closed = true;
      line.forEach(who -> who.rung = true);
      line.clear();
    }

    private void serve() {
      while (!line.isEmpty() && line.getFirst().weight <= free) {
        Customer next = line.removeFirst();
        free -= next.weight;
        next.granted = true;
        next.rung = true;
      }
    }

    void check() {
      assertThat(semaphore.availablePermits()).isEqualTo(free);
      assertThat(semaphore.isClosed()).isEqualTo(closed);
      long out = 0;
      for (Customer who : customers) {
        assertThat(who.hand.isRung()).isEqualTo(who.rung);
        out += who.granted && !who.released ? who.weight : 0;
      }
      assertThat(free + out).as("free and out").isEqualTo(total);
    }
  }
}
