package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelTest {

  @Test
  void capacities_below_one_are_errors() {
    assertThatThrownBy(() -> Channel.bounded(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a channel holds 1 value or more, and this would hold 0: for handing over one by one"
                + " use a capacity of 1");
    assertThatThrownBy(() -> Channel.bounded(-3)).hasMessageContaining("would hold -3");
    assertThatThrownBy(() -> Channel.<String>bounded(1).receiver().receiveMany(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_ends_when_the_last_sender_is_closed_and_everything_was_received() {
    Channel<String> channel = Channel.bounded(2);
    Sender<String> copy = channel.sender().copy();
    channel.sender().trySend("one");
    channel.sender().close();
    channel.sender().close();
    assertThat(copy.trySend("two")).as("the other sender is open").isEqualTo(TrySend.SENT);
    copy.close();
    Receiver<String> receiver = channel.receiver();
    assertThat(Hand.polled(receiver.receive()).value()).contains("one");
    assertThat(Hand.polled(receiver.receive()).value()).contains("two");
    assertThat(Hand.polled(receiver.receive()).value()).isEmpty();
    assertThat(Hand.polled(receiver.receive()).value()).as("and again").isEmpty();
  }

  @Test
  void a_sender_that_is_closed_sends_no_more_and_says_so() {
    Channel<String> channel = Channel.bounded(1);
    Sender<String> sender = channel.sender();
    sender.close();
    assertThat(sender.trySend("late")).isEqualTo(TrySend.CLOSED);
    assertThatThrownBy(() -> sender.send("late")).isInstanceOf(ClosedException.class);
    assertThatThrownBy(sender::reserve).isInstanceOf(ClosedException.class);
    assertThatThrownBy(sender::copy)
        .isInstanceOf(ClosedException.class)
        .hasMessage("this sender is closed: make a copy() before closing the last one");
  }

  @Test
  void what_waits_to_be_sent_when_its_sender_is_closed_still_gets_through() {
    Channel<String> channel = Channel.bounded(1);
    channel.sender().trySend("first");
    Hand<Unit> second = Hand.polled(channel.sender().send("second"));
    channel.sender().close();
    Receiver<String> receiver = channel.receiver();
    assertThat(Hand.polled(receiver.receive()).value()).contains("first");
    Hand<Optional<String>> next = Hand.polled(receiver.receive());
    assertThat(next.isReady()).as("something is on its way").isFalse();
    assertThat(second.poll()).isTrue();
    assertThat(next.poll()).isTrue();
    assertThat(next.value()).contains("second");
    assertThat(Hand.polled(receiver.receive()).value()).isEmpty();
  }

  @Test
  void the_receiver_hears_of_the_end_when_the_last_send_under_way_is_cancelled() {
    Channel<String> channel = Channel.bounded(1);
    channel.sender().trySend("first");
    Hand<Unit> second = Hand.polled(channel.sender().send("second"));
    channel.sender().close();
    Hand.polled(channel.receiver().receive());
    Hand<Optional<String>> next = Hand.polled(channel.receiver().receive());
    second.cancel();
    assertThat(next.isRung()).isTrue();
    assertThat(next.poll()).isTrue();
    assertThat(next.value()).isEmpty();
  }

  @Test
  void closing_the_receiver_wakes_every_sender_and_what_is_in_can_still_be_received() {
    Channel<String> channel = Channel.bounded(1);
    Sender<String> sender = channel.sender();
    Hand<Unit> told = Hand.polled(sender.receiverClosed());
    sender.trySend("in");
    Hand<Unit> one = Hand.polled(sender.send("one"));
    Hand<Unit> two = Hand.polled(sender.send("two"));
    channel.receiver().close();
    channel.receiver().close();
    assertThat(List.of(told, one, two)).allMatch(Hand::isRung);
    one.poll();
    assertThat(one.failure())
        .isInstanceOf(ClosedException.class)
        .hasMessage("the channel is closed, and its receiver takes no more: nothing was sent");
    assertThat(sender.isClosed()).isTrue();
    assertThat(sender.trySend("late")).isEqualTo(TrySend.CLOSED);
    assertThat(channel.receiver().tryReceive()).isEqualTo(new TryReceive.Value<>("in"));
    assertThat(channel.receiver().tryReceive()).isEqualTo(new TryReceive.Ended<>());
  }

  @Test
  void a_reservation_gets_through_after_the_close_and_the_receiver_waits_for_it() {
    Channel<String> channel = Channel.bounded(1);
    Reservation<String> reservation = Hand.polled(channel.sender().reserve()).value();
    assertThat(channel.sender().trySend("no room")).isEqualTo(TrySend.FULL);
    channel.receiver().close();
    Hand<Optional<String>> receive = Hand.polled(channel.receiver().receive());
    assertThat(receive.isReady()).isFalse();
    reservation.send("kept");
    assertThat(receive.poll()).isTrue();
    assertThat(receive.value()).contains("kept");
    assertThatThrownBy(() -> reservation.send("again"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this reservation was used or closed: make one for each value");
    assertThat(channel.receiver().tryReceive()).isEqualTo(new TryReceive.Ended<>());
  }

  @Test
  void a_second_receive_at_the_same_time_is_an_error_that_harms_the_first_in_nothing() {
    Channel<String> channel = Channel.bounded(1);
    Hand<Optional<String>> first = Hand.polled(channel.receiver().receive());
    Hand<Optional<String>> second = Hand.polled(channel.receiver().receive());
    assertThat(second.failure())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another receive waits on this channel already");
    channel.sender().trySend("value");
    assertThat(first.isRung()).isTrue();
    assertThat(first.poll()).isTrue();
  }

  @Test
  void a_receive_that_was_rung_and_is_cancelled_leaves_the_value_to_the_next() {
    Channel<String> channel = Channel.bounded(1);
    Hand<Optional<String>> first = Hand.polled(channel.receiver().receive());
    channel.sender().trySend("value");
    first.cancel();
    assertThat(Hand.polled(channel.receiver().receive()).value()).contains("value");
  }

  @Test
  void as_many_as_are_there_are_received_at_once_and_their_senders_go_on() {
    Channel<Integer> channel = Channel.bounded(3);
    for (int i = 0; i < 3; i++) {
      channel.sender().trySend(i);
    }
    Hand<Unit> fourth = Hand.polled(channel.sender().send(3));
    Hand<Unit> fifth = Hand.polled(channel.sender().send(4));
    assertThat(Hand.polled(channel.receiver().receiveMany(2)).value()).containsExactly(0, 1);
    assertThat(fourth.poll()).isTrue();
    assertThat(fifth.poll()).isTrue();
    channel.sender().close();
    assertThat(Hand.polled(channel.receiver().receiveMany(9)).value()).containsExactly(2, 3, 4);
    assertThat(Hand.polled(channel.receiver().receiveMany(9)).value()).isEmpty();
  }

  @Test
  void it_may_be_received_from_by_polls_as_a_stream_does() {
    Channel<String> channel = Channel.bounded(1);
    boolean[] rung = {false};
    Receiver<String> receiver = channel.receiver();
    assertThat(receiver.pollReceive(Context.of(() -> rung[0] = true)).isReady()).isFalse();
    channel.sender().trySend("value");
    assertThat(rung[0]).isTrue();
    assertThat(receiver.pollReceive(Context.of(Waker.noop())).isReady()).isTrue();
    assertThat(receiver.pollReceive(Context.of(Waker.noop())).isReady()).isFalse();
    channel.sender().trySend("next");
    assertThat(Hand.polled(receiver.receive()).value()).contains("next");
  }

  @Test
  void an_unbounded_channel_is_never_full() {
    Channel<Integer> channel = Channel.unbounded();
    for (int i = 0; i < 10_000; i++) {
      assertThat(channel.sender().trySend(i)).isEqualTo(TrySend.SENT);
    }
    assertThat(channel.receiver().size()).isEqualTo(10_000);
  }
}
