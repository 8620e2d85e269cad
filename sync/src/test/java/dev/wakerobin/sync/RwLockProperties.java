package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

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

/// The lock against a count of readers, a flag for the writer, and a plain queue.
class RwLockProperties {
  private static final int PLACES = 6;

  sealed interface Step {
    /// Gives up what is at that place, and begins anew there.
    record Begin(int place, boolean writing) implements Step {}

    record Poll(int place, boolean budget) implements Step {}

    record Cancel(int place) implements Step {}

    record Close(int place) implements Step {}

    record Downgrade(int place) implements Step {}

    record Try(boolean writing) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Boolean> writing = Arbitraries.of(true, false, false);
    Arbitrary<Boolean> budget = Arbitraries.of(true, true, true, false);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(10, Combinators.combine(place, writing).as(Step.Begin::new)),
            Tuple.of(20, Combinators.combine(place, budget).as(Step.Poll::new)),
            Tuple.of(4, place.map(Step.Cancel::new)),
            Tuple.of(10, place.map(Step.Close::new)),
            Tuple.of(3, place.map(Step.Downgrade::new)),
            Tuple.of(3, writing.map(Step.Try::new)))
        .list()
        .ofMaxSize(80);
  }

  @Property
  void one_writes_or_many_read_in_the_order_in_which_they_came(@ForAll("steps") List<Step> steps) {
    Model model = new Model();
    for (Step step : steps) {
      switch (step) {
        case Step.Begin(int place, boolean writing) -> model.begin(place, writing);
        case Step.Poll(int place, boolean budget) -> model.poll(model.users.get(place), budget);
        case Step.Cancel(int place) -> model.cancel(model.users.get(place));
        case Step.Close(int place) -> model.close(model.users.get(place));
        case Step.Downgrade(int place) -> model.downgrade(model.users.get(place));
        case Step.Try(boolean writing) -> model.tryLock(writing);
      }
      model.check();
    }
    model.users.forEach(model::cancel);
    model.users.forEach(model::close);
    assertThat(model.lock.tryWrite()).isPresent();
  }

  private enum Holding {
    NOTHING,
    READ,
    WRITE
  }

  /// One who wants the lock: the future, the guard, and what the model says it holds.
  private static final class User {
    final boolean writing;
    final Hand<? extends Held> hand;
    Holding holding = Holding.NOTHING;
    Held guard;

    User(boolean writing, Hand<? extends Held> hand, Held nothing) {
      this.writing = writing;
      this.hand = hand;
      this.guard = nothing;
    }
  }

  private static final class Model {
    final RwLock lock = new RwLock();
    final Held nothing = new Permit(new Permits(0, "nobody", "Permits"), 0, "nobody");
    final List<User> users = new ArrayList<>();
    final Deque<User> line = new ArrayDeque<>();

    Model() {
      for (int i = 0; i < PLACES; i++) {
        users.add(new User(false, Hand.of(lock.read()), nothing));
      }
    }

    long holding(Holding what) {
      return users.stream().filter(user -> user.holding == what).count();
    }

    boolean fits(boolean writing) {
      return holding(Holding.WRITE) == 0 && (!writing || holding(Holding.READ) == 0);
    }

    void serve() {
      while (!line.isEmpty() && fits(line.getFirst().writing)) {
        User next = line.remove();
        next.holding = next.writing ? Holding.WRITE : Holding.READ;
      }
    }

    void begin(int place, boolean writing) {
      cancel(users.get(place));
      close(users.get(place));
      Hand<? extends Held> hand = writing ? Hand.of(lock.write()) : Hand.of(lock.read());
      users.set(place, new User(writing, hand, nothing));
    }

    void poll(User user, boolean budget) {
      if (user.hand.isOver()) {
        return;
      }
      boolean refused = line.isEmpty() && fits(user.writing) && !budget;
      if (user.holding == Holding.NOTHING && !line.contains(user) && !refused) {
        line.add(user);
        serve();
      }
      assertThat(user.hand.poll(budget)).isEqualTo(budget && user.holding != Holding.NOTHING);
      if (user.hand.isReady()) {
        user.guard = user.hand.value();
      }
    }

    void cancel(User user) {
      if (!user.hand.isOver()) {
        user.holding = Holding.NOTHING;
      }
      line.remove(user);
      user.hand.cancel();
      serve();
    }

    void close(User user) {
      if (user.hand.isReady()) {
        user.guard.close();
        user.holding = Holding.NOTHING;
        serve();
      }
    }

    void downgrade(User user) {
      if (user.guard instanceof RwLock.WriteGuard guard && user.holding == Holding.WRITE) {
        user.guard = guard.downgrade();
        guard.close(); // Does nothing: it holds nothing any more.
        user.holding = Holding.READ;
        serve();
      }
    }

    void tryLock(boolean writing) {
      var guard = writing ? lock.tryWrite() : lock.tryRead();
      assertThat(guard.isPresent()).isEqualTo(line.isEmpty() && fits(writing));
      guard.ifPresent(Held::close);
    }

    void check() {
      assertThat(holding(Holding.WRITE) == 0 || holding(Holding.WRITE) == 1).isTrue();
      assertThat(holding(Holding.WRITE) == 0 || holding(Holding.READ) == 0).isTrue();
      for (User user : users) {
        if (user.hand.isWaiting()) {
          assertThat(user.hand.isRung()).isEqualTo(!line.contains(user));
        }
      }
    }
  }
}
