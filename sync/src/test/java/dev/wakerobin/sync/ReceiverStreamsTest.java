package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import dev.wakerobin.Waker;
import dev.wakerobin.sync.Broadcast.Received;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiverStreamsTest {
  private int rings;
  private final Context context = Context.of((Waker) () -> rings++);

  private <T> Next<T> next(Stream<T> stream) throws Exception {
    return stream.pollNext(context);
  }

  @Test
  void the_receiver_of_a_channel_is_the_stream_of_its_values() throws Exception {
    Channel<String> channel = Channel.bounded(2);
    assertThat(next(channel.receiver())).isEqualTo(Next.pending());
    channel.sender().trySend("one");
    channel.sender().trySend("two");
    assertThat(rings).isEqualTo(1);
    assertThat(next(channel.receiver())).isEqualTo(Next.item("one"));
    assertThat(channel.sender().trySend("three")).as("its slot is free").isEqualTo(TrySend.SENT);
    channel.sender().close();
    assertThat(next(channel.receiver())).isEqualTo(Next.item("two"));
    assertThat(next(channel.receiver())).isEqualTo(Next.item("three"));
    assertThat(next(channel.receiver())).isEqualTo(Next.end());
    assertThat(next(channel.receiver())).as("and again").isEqualTo(Next.end());
  }

  @Test
  void who_wants_no_more_of_a_channel_closes_it_for_those_who_send() {
    Channel<String> channel = Channel.bounded(1);
    channel.receiver().cancel();
    assertThat(channel.sender().trySend("late")).isEqualTo(TrySend.CLOSED);
  }

  @Test
  void the_receiver_of_a_watch_is_the_stream_of_the_changes_that_it_sees() throws Exception {
    Watch<Integer> watch = new Watch<>(0);
    Watch.Receiver<Integer> receiver = watch.subscribe();
    assertThat(next(receiver)).as("the first value is no change").isEqualTo(Next.pending());
    watch.set(1);
    watch.set(2);
    assertThat(rings).isEqualTo(1);
    assertThat(next(receiver)).isEqualTo(Next.item(2));
    assertThat(next(receiver)).isEqualTo(Next.pending());
    watch.set(3);
    watch.close();
    assertThat(next(receiver)).as("not seen yet").isEqualTo(Next.item(3));
    assertThat(next(receiver)).isEqualTo(Next.end());
    assertThat(next(receiver)).as("and again").isEqualTo(Next.end());
  }

  @Test
  void a_watch_rings_nobody_who_wants_no_more_changes() throws Exception {
    Watch<Integer> watch = new Watch<>(0);
    Watch.Receiver<Integer> receiver = watch.subscribe();
    next(receiver);
    receiver.cancel();
    watch.set(1);
    assertThat(rings).isZero();
  }

  @Test
  void the_receiver_of_a_broadcast_is_the_stream_of_values_and_of_what_it_missed()
      throws Exception {
    Broadcast<Integer> broadcast = new Broadcast<>(2);
    Broadcast.Receiver<Integer> receiver = broadcast.subscribe();
    assertThat(next(receiver)).isEqualTo(Next.pending());
    for (int i = 1; i <= 5; i++) {
      broadcast.send(i);
    }
    assertThat(rings).isEqualTo(1);
    assertThat(next(receiver)).isEqualTo(Next.item(new Received.Lagged<>(3)));
    assertThat(next(receiver)).isEqualTo(Next.item(new Received.Value<>(4)));
    broadcast.close();
    assertThat(next(receiver)).isEqualTo(Next.item(new Received.Value<>(5)));
    assertThat(next(receiver)).isEqualTo(Next.end());
    assertThat(next(receiver)).as("and again").isEqualTo(Next.end());
  }

  @Test
  void nothing_is_kept_for_a_receiver_that_wants_no_more() throws Exception {
    Broadcast<Integer> broadcast = new Broadcast<>(2);
    Broadcast.Receiver<Integer> receiver = broadcast.subscribe();
    next(receiver);
    receiver.cancel();
    assertThat(broadcast.receiverCount()).isZero();
    broadcast.send(1);
    assertThat(broadcast.kept()).isZero();
    assertThatThrownBy(() -> next(receiver)).isInstanceOf(ClosedException.class);
  }

  @Test
  void a_receiver_is_not_polled_as_a_stream_beside_a_receive_that_waits() {
    Channel<String> channel = Channel.bounded(1);
    Hand<Optional<String>> receive = Hand.polled(channel.receiver().receive());
    assertThat(receive.isWaiting()).isTrue();
    assertThatThrownBy(() -> next(channel.receiver()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another receive waits");
  }
}
