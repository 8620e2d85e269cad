package dev.wakerobin.it.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Unit;
import dev.wakerobin.sync.Broadcast;
import dev.wakerobin.sync.Broadcast.Received;
import dev.wakerobin.sync.Channel;
import dev.wakerobin.sync.ClosedException;
import dev.wakerobin.sync.Mutex;
import dev.wakerobin.sync.Permit;
import dev.wakerobin.sync.Reservation;
import dev.wakerobin.sync.RwLock;
import dev.wakerobin.sync.Semaphore;
import dev.wakerobin.sync.Sender;
import dev.wakerobin.sync.TryReceive;
import dev.wakerobin.sync.TrySend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Permits and channels in strange orders: what Tokio's suites ask of `Semaphore`, `Mutex`,
/// `RwLock`, `mpsc` and `broadcast`, and Kotlin's of its channels.
class PermitsAndChannelsTest {

  // ---- Semaphore

  @Test
  void no_permits_at_all_are_had_at_once_unless_somebody_waits() throws Exception {
    Semaphore semaphore = new Semaphore(0);
    assertThat(Polled.now(semaphore.acquire(0)).size()).isZero();
    Polled<Permit> waits = Polled.once(semaphore.acquire());
    assertThat(semaphore.tryAcquire(0)).isEmpty();
    waits.cancel();
    assertThat(semaphore.tryAcquire(0)).isPresent();
  }

  @Test
  void permits_that_come_one_by_one_add_up_for_one_who_wants_many() throws Exception {
    Semaphore semaphore = new Semaphore(0);
    Polled<Permit> many = Polled.once(semaphore.acquire(3));
    Polled<Permit> few = Polled.once(semaphore.acquire(1));
    semaphore.addPermits(1);
    semaphore.addPermits(1);
    assertThat(many.rings() + few.rings()).isZero();
    semaphore.addPermits(1);
    assertThat(many.rings()).isEqualTo(1);
    assertThat(few.rings()).isZero();
    many.cancel(); // Was called, and gives back all three.
    assertThat(few.rings()).isEqualTo(1);
    few.value().close();
    assertThat(semaphore.availablePermits()).isEqualTo(3);
  }

  @Test
  void closing_rings_each_who_waits_once_and_what_was_handed_over_before_stays_his()
      throws Exception {
    Semaphore semaphore = new Semaphore(1);
    Permit held = Polled.now(semaphore.acquire());
    Polled<Permit> handed = Polled.once(semaphore.acquire());
    Polled<Permit> waits = Polled.once(semaphore.acquire());
    held.close();
    semaphore.close();
    semaphore.close();
    assertThat(waits.rings()).isEqualTo(1);
    assertThat(handed.value().size()).isEqualTo(1);
    assertThatThrownBy(waits::poll)
        .isInstanceOf(ClosedException.class)
        .hasMessage("the semaphore is closed: it gives out no more permits");
    assertThatThrownBy(semaphore::tryAcquire).isInstanceOf(ClosedException.class);
  }

  @Test
  void a_hundred_thousand_who_wait_and_give_up_in_any_order_leave_nothing_behind()
      throws Exception {
    Semaphore semaphore = new Semaphore(1);
    Permit held = Polled.now(semaphore.acquire());
    List<Polled<Permit>> line = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      line.add(Polled.once(semaphore.acquire()));
    }
    for (int i = 0; i < line.size(); i++) {
      int which = (int) (i * 7_919L % line.size()); // Each once, for 7,919 is a prime.
      if (which != 4_711) {
        line.get(which).cancel();
      }
    }
    held.close();
    assertThat(line.stream().mapToInt(Polled::rings).sum()).isEqualTo(1);
    line.get(4_711).value().close();
    assertThat(semaphore.availablePermits()).isEqualTo(1);
  }

  // ---- Locks

  @Test
  void a_lock_tried_while_it_is_handed_over_is_not_free() throws Exception {
    Mutex mutex = new Mutex();
    Mutex.Guard guard = mutex.tryLock().orElseThrow();
    Polled<Mutex.Guard> next = Polled.once(mutex.lock());
    guard.close();
    assertThat(mutex.tryLock()).isEmpty();
    assertThat(mutex.isLocked()).isTrue();
    next.cancel();
    assertThat(mutex.isLocked()).isFalse();
  }

  @Test
  void a_reader_who_gives_up_before_a_writer_lets_the_writer_in() throws Exception {
    RwLock lock = new RwLock(2);
    RwLock.WriteGuard writer = lock.tryWrite().orElseThrow();
    Polled<RwLock.ReadGuard> reader = Polled.once(lock.read());
    Polled<RwLock.WriteGuard> second = Polled.once(lock.write());
    writer.close();
    assertThat(reader.rings()).isEqualTo(1);
    assertThat(second.rings()).isZero();
    reader.cancel();
    assertThat(second.rings()).isEqualTo(1);
    second.value().close();
    assertThat(lock.tryWrite()).isPresent();
  }

  // ---- Channels

  @Test
  void a_full_channel_whose_receiver_closes_says_closed_and_not_full() throws Exception {
    Channel<Integer> channel = Channel.bounded(1);
    assertThat(channel.sender().trySend(1)).isEqualTo(TrySend.SENT);
    assertThat(channel.sender().trySend(2)).isEqualTo(TrySend.FULL);
    Polled<Unit> closed = Polled.once(channel.sender().receiverClosed());
    channel.receiver().close();
    assertThat(closed.rings()).isEqualTo(1);
    assertThat(channel.sender().trySend(2)).isEqualTo(TrySend.CLOSED);
    assertThat(channel.receiver().tryReceive()).isEqualTo(new TryReceive.Value<>(1));
    assertThat(channel.receiver().tryReceive()).isEqualTo(new TryReceive.Ended<>());
  }

  @Test
  void a_receive_that_waits_ends_when_the_last_of_many_senders_does() throws Exception {
    Channel<Integer> channel = Channel.unbounded();
    List<Sender<Integer>> copies = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      copies.add(channel.sender().copy());
    }
    Polled<Optional<Integer>> receive = Polled.once(channel.receiver().receive());
    channel.sender().close();
    channel.sender().close();
    copies.subList(0, 99).forEach(Sender::close);
    assertThat(receive.rings()).isZero();
    copies.getLast().close();
    assertThat(receive.rings()).isEqualTo(1);
    assertThat(receive.value()).isEmpty();
    assertThatThrownBy(() -> channel.sender().copy()).isInstanceOf(ClosedException.class);
  }

  @Test
  void a_reservation_that_is_closed_gives_its_room_to_the_next_in_line() throws Exception {
    Channel<Integer> channel = Channel.bounded(1);
    Reservation<Integer> kept = Polled.now(channel.sender().reserve());
    Polled<Unit> send = Polled.once(channel.sender().send(1));
    kept.close();
    kept.close();
    assertThat(send.rings()).isEqualTo(1);
    send.value();
    assertThat(channel.receiver().size()).isEqualTo(1);
    assertThatThrownBy(() -> kept.send(2))
        .hasMessage("this reservation was used or closed: make one for each value");
  }

  @Test
  void a_send_that_is_cancelled_has_not_sent_and_the_room_it_had_been_given_is_free()
      throws Exception {
    Channel<Integer> channel = Channel.bounded(1);
    channel.sender().trySend(1);
    Polled<Unit> first = Polled.once(channel.sender().send(2));
    Polled<Unit> second = Polled.once(channel.sender().send(3));
    assertThat(Polled.now(channel.receiver().receive())).contains(1);
    first.cancel();
    second.value();
    assertThat(Polled.now(channel.receiver().receive())).contains(3);
    assertThat(channel.sender().room()).isEqualTo(1);
  }

  // ---- Broadcast

  @Test
  void one_who_is_behind_by_exactly_the_capacity_has_missed_nothing() throws Exception {
    Broadcast<Integer> broadcast = new Broadcast<>(3);
    Broadcast.Receiver<Integer> receiver = broadcast.subscribe();
    List.of(1, 2, 3).forEach(broadcast::send);
    assertThat(receiver.behind()).isEqualTo(3);
    for (int value : List.of(1, 2, 3)) {
      assertThat(Polled.now(receiver.receive())).isEqualTo(new Received.Value<>(value));
    }
    assertThat(receiver.tryReceive()).isEmpty();
  }

  @Test
  void one_who_is_behind_by_one_more_has_missed_one_and_is_told_so_once() throws Exception {
    Broadcast<Integer> broadcast = new Broadcast<>(3);
    Broadcast.Receiver<Integer> receiver = broadcast.subscribe();
    List.of(1, 2, 3, 4).forEach(broadcast::send);
    assertThat(Polled.now(receiver.receive())).isEqualTo(new Received.Lagged<>(1));
    for (int value : List.of(2, 3, 4)) {
      assertThat(Polled.now(receiver.receive())).isEqualTo(new Received.Value<>(value));
    }
  }

  @Test
  void one_who_falls_behind_again_after_being_told_is_told_again() throws Exception {
    Broadcast<Integer> broadcast = new Broadcast<>(1);
    Broadcast.Receiver<Integer> receiver = broadcast.subscribe();
    List.of(1, 2).forEach(broadcast::send);
    assertThat(receiver.tryReceive()).contains(new Received.Lagged<>(1));
    List.of(3, 4, 5).forEach(broadcast::send);
    assertThat(receiver.tryReceive()).contains(new Received.Lagged<>(3));
    assertThat(receiver.tryReceive()).contains(new Received.Value<>(5));
    broadcast.close();
    assertThat(receiver.tryReceive()).contains(new Received.Ended<>());
    assertThat(receiver.tryReceive()).contains(new Received.Ended<>());
  }

  @Test
  void closing_a_broadcast_keeps_what_was_sent_and_closing_a_receiver_does_not() throws Exception {
    Broadcast<Integer> broadcast = new Broadcast<>(2);
    Broadcast.Receiver<Integer> stays = broadcast.subscribe();
    Broadcast.Receiver<Integer> leaves = broadcast.subscribe();
    assertThat(broadcast.send(1)).isEqualTo(2);
    leaves.close();
    assertThat(leaves.behind()).isZero();
    assertThatThrownBy(leaves::tryReceive).isInstanceOf(ClosedException.class);
    broadcast.close();
    assertThat(stays.tryReceive()).contains(new Received.Value<>(1));
    assertThatThrownBy(() -> broadcast.send(2)).isInstanceOf(ClosedException.class);
    assertThat(Polled.now(broadcast.subscribe().receive())).isEqualTo(new Received.Ended<>());
  }

  @Test
  void a_value_that_nobody_has_subscribed_for_is_let_go() {
    Broadcast<Integer> broadcast = new Broadcast<>(2);
    assertThat(broadcast.send(1)).isZero();
    assertThat(broadcast.subscribe().tryReceive()).isEmpty();
  }
}
