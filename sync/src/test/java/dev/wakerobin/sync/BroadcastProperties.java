package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.sync.Broadcast.Received;
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
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The broadcast against a list of all that was sent, and a position in it for each receiver.
class BroadcastProperties {
  private static final int PLACES = 4;

  sealed interface Step {
    record Send() implements Step {}

    /// Closes the receiver at that place, and subscribes anew.
    record Subscribe(int place) implements Step {}

    record Poll(int place, boolean budget) implements Step {}

    record Try(int place) implements Step {}

    record Cancel(int place) implements Step {}

    record CloseReceiver(int place) implements Step {}

    record Close() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Boolean> budget = Arbitraries.of(true, true, true, false);
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(14, Arbitraries.just(new Step.Send())),
            Tuple.of(3, place.map(Step.Subscribe::new)),
            Tuple.of(24, Combinators.combine(place, budget).as(Step.Poll::new)),
            Tuple.of(4, place.map(Step.Try::new)),
            Tuple.of(4, place.map(Step.Cancel::new)),
            Tuple.of(1, place.map(Step.CloseReceiver::new)),
            Tuple.of(1, Arbitraries.just(new Step.Close())))
        .list()
        .ofMaxSize(100);
  }

  @Property
  void every_receiver_gets_what_was_sent_in_order_or_is_told_how_much_it_missed(
      @ForAll @IntRange(min = 1, max = 5) int capacity, @ForAll("steps") List<Step> steps) {
    Model model = new Model(capacity);
    for (Step step : steps) {
      switch (step) {
        case Step.Send() -> model.send();
        case Step.Subscribe(int place) -> model.subscribe(place);
        case Step.Poll(int place, boolean budget) -> model.poll(model.ears.get(place), budget);
        case Step.Try(int place) -> model.tryReceive(model.ears.get(place));
        case Step.Cancel(int place) -> model.cancel(model.ears.get(place));
        case Step.CloseReceiver(int place) -> model.close(model.ears.get(place));
        case Step.Close() -> model.closeAll();
      }
      model.check();
    }
  }

  /// A receiver, one receive of it, and where the model says it is.
  private static final class Ear {
    final Broadcast.Receiver<Integer> receiver;
    Hand<Received<Integer>> receive;
    int next;
    boolean closed;

    Ear(Broadcast.Receiver<Integer> receiver, int next) {
      this.receiver = receiver;
      this.receive = Hand.of(receiver.receive());
      this.next = next;
    }
  }

  private static final class Model {
    final Broadcast<Integer> broadcast;
    final int capacity;
    final List<Integer> sent = new ArrayList<>();
    final List<Ear> ears = new ArrayList<>();
    boolean closed;

    Model(int capacity) {
      this.capacity = capacity;
      broadcast = new Broadcast<>(capacity);
      for (int i = 0; i < PLACES; i++) {
        ears.add(new Ear(broadcast.subscribe(), 0));
      }
    }

    void send() {
      if (closed) {
        assertThatThrownBy(() -> broadcast.send(0)).isInstanceOf(ClosedException.class);
        return;
      }
      int value = sent.size() + 100;
      assertThat(broadcast.send(value)).isEqualTo(open());
      sent.add(value);
    }

    private int open() {
      return (int) ears.stream().filter(ear -> !ear.closed).count();
    }

    void subscribe(int place) {
      close(ears.get(place));
      ears.set(place, new Ear(broadcast.subscribe(), sent.size()));
    }

    boolean hasNews(Ear ear) {
      return ear.closed || closed || ear.next < sent.size();
    }

    Received<Integer> expect(Ear ear) {
      if (ear.next == sent.size()) {
        return new Received.Ended<>();
      }
      int oldest = Math.max(0, sent.size() - capacity);
      if (ear.next < oldest) {
        int missed = oldest - ear.next;
        ear.next = oldest;
        return new Received.Lagged<>(missed);
      }
      return new Received.Value<>(sent.get(ear.next++));
    }

    void poll(Ear ear, boolean budget) {
      boolean expected = hasNews(ear) && budget;
      boolean ready = ear.receive.poll(budget);
      if (ear.closed) {
        assertThat(ear.receive.hasFailed()).isEqualTo(budget);
      } else {
        assertThat(ready).isEqualTo(expected);
      }
      if (ready) {
        assertThat(ear.receive.value()).isEqualTo(expect(ear));
      }
      if (ear.receive.isOver()) {
        ear.receive = Hand.of(ear.receiver.receive());
      }
    }

    void tryReceive(Ear ear) {
      if (ear.closed) {
        assertThatThrownBy(ear.receiver::tryReceive).isInstanceOf(ClosedException.class);
        return;
      }
      Optional<Received<Integer>> expected =
          hasNews(ear) ? Optional.of(expect(ear)) : Optional.empty();
      assertThat(ear.receiver.tryReceive()).isEqualTo(expected);
    }

    void cancel(Ear ear) {
      ear.receive.cancel();
      ear.receive = Hand.of(ear.receiver.receive());
    }

    void close(Ear ear) {
      ear.receiver.close();
      ear.receiver.close();
      ear.closed = true;
    }

    void closeAll() {
      broadcast.close();
      broadcast.close();
      closed = true;
    }

    void check() {
      assertThat(broadcast.receiverCount()).isEqualTo(open());
      int slowest = sent.size();
      for (Ear ear : ears) {
        if (hasNews(ear) && ear.receive.isWaiting()) {
          assertThat(ear.receive.isRung()).isTrue();
        }
        if (!ear.closed) {
          assertThat(ear.receiver.behind()).isEqualTo(sent.size() - ear.next);
          slowest = Math.min(slowest, ear.next);
        }
      }
      assertThat(broadcast.kept())
          .as("values are kept for the slowest receiver, and no longer")
          .isEqualTo(Math.min(capacity, sent.size() - slowest));
    }
  }

  // ---- Examples

  @Test
  void a_slow_receiver_holds_up_nobody_and_goes_on_with_the_oldest_that_is_kept() {
    Broadcast<String> broadcast = new Broadcast<>(2);
    Broadcast.Receiver<String> slow = broadcast.subscribe();
    Broadcast.Receiver<String> quick = broadcast.subscribe();
    for (String value : List.of("a", "b", "c", "d")) {
      assertThat(broadcast.send(value)).isEqualTo(2);
      assertThat(quick.tryReceive()).contains(new Received.Value<>(value));
    }
    assertThat(slow.tryReceive()).contains(new Received.Lagged<>(2));
    assertThat(slow.tryReceive()).contains(new Received.Value<>("c"));
    assertThat(slow.tryReceive()).contains(new Received.Value<>("d"));
    assertThat(slow.tryReceive()).isEmpty();
  }

  @Test
  void two_tasks_on_one_receiver_share_what_comes() {
    Broadcast<String> broadcast = new Broadcast<>(2);
    Broadcast.Receiver<String> receiver = broadcast.subscribe();
    Hand<Received<String>> first = Hand.polled(receiver.receive());
    Hand<Received<String>> second = Hand.polled(receiver.receive());
    broadcast.send("one");
    assertThat(second.poll()).isTrue();
    assertThat(first.poll()).isFalse();
    broadcast.send("two");
    assertThat(first.isRung()).isTrue();
    assertThat(first.poll()).isTrue();
    assertThat(first.value()).isEqualTo(new Received.Value<>("two"));
  }

  @Test
  void one_that_keeps_nothing_is_an_error() {
    assertThatThrownBy(() -> new Broadcast<>(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a broadcast keeps 1 value or more, and this would keep 0");
  }
}
