package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The oneshot against its picture.
class OneshotProperties {

  enum Step {
    SEND,
    CLOSE,
    POLL,
    POLL_WITHOUT_BUDGET,
    /// A wait that is given up, though the value is still wanted.
    WAIT_AND_STOP,
    GIVE_UP,
    TRY
  }

  private enum State {
    EMPTY,
    SENT,
    TAKEN,
    UNSENT,
    UNWANTED
  }

  private Oneshot<String> oneshot = new Oneshot<>();
  private Hand<String> receiver = Hand.of(oneshot);
  private Hand<Unit> unwanted = Hand.of(oneshot.unwanted());
  private State state = State.EMPTY;

  @Property
  void it_carries_one_value_or_says_why_not(@ForAll @Size(max = 10) List<Step> steps) {
    oneshot = new Oneshot<>();
    receiver = Hand.of(oneshot);
    unwanted = Hand.polled(oneshot.unwanted());
    state = State.EMPTY;
    for (Step step : steps) {
      switch (step) {
        case SEND -> send();
        case CLOSE -> {
          oneshot.close();
          state = state == State.EMPTY ? State.UNSENT : state;
        }
        case POLL -> poll(receiver, true);
        case POLL_WITHOUT_BUDGET -> poll(receiver, false);
        case WAIT_AND_STOP -> {
          Hand<String> wait = Hand.of(oneshot.receive());
          if (state == State.EMPTY) {
            wait.poll();
            wait.cancel();
            receiver = Hand.of(oneshot); // Its bell is gone; it has to be polled again.
          }
        }
        case GIVE_UP -> giveUp();
        case TRY -> tryReceive();
      }
      assertThat(oneshot.isUnwanted()).isEqualTo(state == State.UNWANTED);
      assertThat(unwanted.isRung()).isEqualTo(state == State.UNWANTED);
      if (receiver.isWaiting() && (state == State.SENT || state == State.UNSENT)) {
        assertThat(receiver.isRung()).isTrue();
      }
    }
  }

  private void send() {
    switch (state) {
      case EMPTY -> {
        assertThat(oneshot.send("value")).isTrue();
        state = State.SENT;
      }
      case SENT, TAKEN ->
          assertThatThrownBy(() -> oneshot.send("second"))
              .isInstanceOf(IllegalStateException.class)
              .isNotInstanceOf(ClosedException.class);
      case UNSENT ->
          assertThatThrownBy(() -> oneshot.send("late")).isInstanceOf(ClosedException.class);
      case UNWANTED -> assertThat(oneshot.send("unwanted")).isFalse();
    }
  }

  private void poll(Hand<String> hand, boolean budget) {
    if (hand.isOver()) {
      return;
    }
    boolean ready = hand.poll(budget);
    assertThat(ready).isEqualTo(state == State.SENT && budget);
    assertThat(hand.hasFailed()).isEqualTo(state != State.SENT && state != State.EMPTY && budget);
    if (ready) {
      assertThat(hand.value()).isEqualTo("value");
      state = State.TAKEN;
    }
    if (state == State.UNSENT && hand.hasFailed()) {
      assertThat(hand.failure()).isInstanceOf(ClosedException.class);
    }
  }

  private void giveUp() {
    if (receiver.isOver()) {
      return;
    }
    receiver.cancel();
    state = state == State.EMPTY || state == State.SENT ? State.UNWANTED : state;
  }

  private void tryReceive() {
    switch (state) {
      case EMPTY -> assertThat(oneshot.tryReceive()).isEmpty();
      case SENT -> {
        assertThat(oneshot.tryReceive()).isEqualTo(Optional.of("value"));
        state = State.TAKEN;
      }
      case UNSENT -> assertThatThrownBy(oneshot::tryReceive).isInstanceOf(ClosedException.class);
      case TAKEN, UNWANTED ->
          assertThatThrownBy(oneshot::tryReceive).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void who_only_stops_waiting_finds_the_value_later() {
    Oneshot<String> answer = new Oneshot<>();
    Future<String> once = answer.receive();
    Hand<String> loser = Hand.polled(once);
    loser.cancel();
    assertThat(answer.send("value")).isTrue();
    assertThat(Hand.polled(answer.receive()).value()).isEqualTo("value");
  }

  @Test
  void who_asks_late_whether_it_is_unwanted_is_told_too() {
    Oneshot<String> answer = new Oneshot<>();
    answer.cancel();
    assertThat(Hand.of(answer.unwanted()).poll()).isTrue();
  }
}
