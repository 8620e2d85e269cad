package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.sync.ChannelProperties.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A channel beside what it should do: a number of slots and two plain queues.
final class ChannelModel {
  final Channel<Integer> channel;
  final long capacity;
  final List<Sender<Integer>> senders = new ArrayList<>();
  final List<Post> posts = new ArrayList<>();
  Optional<Hand<Optional<Integer>>> receive = Optional.empty();
  Optional<Hand<List<Integer>>> receiveMany = Optional.empty();

  final Deque<Post> line = new ArrayDeque<>();
  final Deque<Integer> queue = new ArrayDeque<>();
  long free;
  int open = 1;
  boolean receiverClosed;
  boolean told; // The receiver knows that nothing comes any more.
  int nextValue = 1;

  ChannelModel(Channel<Integer> channel, long capacity) {
    this.channel = channel;
    this.capacity = capacity;
    free = capacity;
    senders.add(channel.sender());
  }

  void step(Step step) {
    switch (step) {
      case Step.Send(int place, boolean reserving) -> send(place, reserving);
      case Step.PollSend(int place, boolean budget) -> at(place).ifPresent(p -> poll(p, budget));
      case Step.CancelSend(int place) -> at(place).ifPresent(this::cancel);
      case Step.Reserved(int place, boolean use) -> at(place).ifPresent(p -> reserved(p, use));
      case Step.TrySend(int number) -> trySend(sender(number));
      case Step.Receive(boolean budget) -> receive(budget);
      case Step.ReceiveMany(int most, boolean budget) -> receiveMany(most, budget);
      case Step.CancelReceive() -> cancelReceive();
      case Step.TryReceive() -> tryReceive();
      case Step.Copy(int number) -> copy(sender(number));
      case Step.CloseSender(int number) -> closeSender(number);
      case Step.CloseReceiver() -> closeReceiver();
    }
    check();
  }

  Optional<Post> at(int place) {
    return place < posts.size() ? Optional.of(posts.get(place)) : Optional.empty();
  }

  Optional<Sender<Integer>> sender(int number) {
    return number < senders.size() ? Optional.of(senders.get(number)) : Optional.empty();
  }

  void send(int place, boolean reserving) {
    if (senders.isEmpty()) {
      return;
    }
    Sender<Integer> sender = senders.get(place % senders.size());
    int value = nextValue++;
    Hand<?> hand = reserving ? Hand.of(sender.reserve()) : Hand.of(sender.send(value));
    Post post = new Post(value, reserving, hand);
    if (place < posts.size()) {
      cancel(posts.get(place));
      reserved(posts.get(place), false);
      posts.set(place, post);
    } else {
      posts.add(post);
    }
  }

  void poll(Post post, boolean budget) {
    if (post.hand.isOver()) {
      return;
    }
    boolean refused = line.isEmpty() && free > 0 && !budget;
    if (!post.granted && !line.contains(post) && !receiverClosed && !refused) {
      line.add(post);
      serve();
    }
    boolean ready = post.hand.poll(budget);
    boolean tooLate = post.granted && budget && told && !post.reserving;
    assertThat(ready).isEqualTo(post.granted && budget && !tooLate);
    assertThat(post.hand.hasFailed()).isEqualTo(tooLate || (!post.granted && receiverClosed));
    if (ready && !post.reserving) {
      post.granted = false;
      queue.add(post.value);
    }
    if (tooLate) {
      post.granted = false;
      free++;
      serve();
    }
  }

  void cancel(Post post) {
    if (!post.hand.isOver() && post.granted) {
      post.granted = false;
      free++;
    }
    line.remove(post);
    post.hand.cancel();
    serve();
  }

  void reserved(Post post, boolean use) {
    if (!post.reserving || !post.hand.isReady()) {
      return;
    }
    @SuppressWarnings("unchecked") // It reserved.
    Reservation<Integer> reservation = (Reservation<Integer>) post.hand.value();
    if (post.granted && use && !told) {
      reservation.send(post.value);
      queue.add(post.value);
    } else if (post.granted && use) {
      assertThatThrownBy(() -> reservation.send(post.value)).isInstanceOf(ClosedException.class);
      free++;
    } else {
      reservation.close();
      free += post.granted ? 1 : 0;
    }
    post.granted = false;
    serve();
  }

  void trySend(Optional<Sender<Integer>> sender) {
    if (sender.isEmpty()) {
      return;
    }
    int value = nextValue++;
    TrySend expected =
        receiverClosed ? TrySend.CLOSED : free > 0 && line.isEmpty() ? TrySend.SENT : TrySend.FULL;
    assertThat(sender.get().trySend(value)).isEqualTo(expected);
    if (expected == TrySend.SENT) {
      free--;
      queue.add(value);
    }
  }

  void receive(boolean budget) {
    if (receiveMany.isPresent()) {
      return;
    }
    Hand<Optional<Integer>> hand = receive.orElseGet(() -> Hand.of(channel.receiver().receive()));
    receive = Optional.of(hand);
    look();
    boolean ready = hand.poll(budget);
    assertThat(ready).isEqualTo(budget && canReceive());
    if (ready) {
      receive = Optional.empty();
      assertThat(hand.value()).isEqualTo(queue.isEmpty() ? Optional.empty() : Optional.of(take()));
    }
  }

  void receiveMany(int most, boolean budget) {
    if (receive.isPresent()) {
      return;
    }
    Hand<List<Integer>> hand =
        receiveMany.orElseGet(() -> Hand.of(channel.receiver().receiveMany(most)));
    boolean fresh = receiveMany.isEmpty();
    receiveMany = Optional.of(hand);
    look();
    boolean ready = hand.poll(budget);
    assertThat(ready).isEqualTo(budget && canReceive());
    if (ready) {
      receiveMany = Optional.empty();
      List<Integer> values = hand.value();
      assertThat(values.isEmpty()).isEqualTo(queue.isEmpty());
      if (fresh) {
        assertThat(values).hasSize(Math.min(most, queue.size()));
      }
      values.forEach(value -> assertThat(value).isEqualTo(take()));
    }
  }

  void cancelReceive() {
    receive.ifPresent(Hand::cancel);
    receiveMany.ifPresent(Hand::cancel);
    receive = Optional.empty();
    receiveMany = Optional.empty();
  }

  void tryReceive() {
    look();
    TryReceive<Integer> answer = channel.receiver().tryReceive();
    if (queue.isEmpty()) {
      assertThat(answer).isEqualTo(isOver() ? new TryReceive.Ended<>() : new TryReceive.Empty<>());
    } else {
      assertThat(answer).isEqualTo(new TryReceive.Value<>(take()));
    }
  }

  private Integer take() {
    Integer value = queue.remove();
    free++;
    serve();
    return value;
  }

  void copy(Optional<Sender<Integer>> sender) {
    sender.ifPresent(
        original -> {
          senders.add(original.copy());
          open++;
        });
  }

  void closeSender(int number) {
    sender(number)
        .ifPresent(
            sender -> {
              senders.remove(number);
              sender.close();
              sender.close();
              open--;
            });
  }

  void closeReceiver() {
    channel.receiver().close();
    receiverClosed = true;
    line.clear();
  }

  private void serve() {
    while (!line.isEmpty() && free > 0) {
      free--;
      line.remove().granted = true;
    }
  }

  boolean isOver() {
    boolean nothingComes = (receiverClosed || open == 0) && free == capacity && line.isEmpty();
    return told || (queue.isEmpty() && nothingComes);
  }

  /// The receiver looks.
  void look() {
    told = isOver();
  }

  boolean canReceive() {
    return !queue.isEmpty() || isOver();
  }

  void check() {
    assertThat(channel.receiver().size()).isEqualTo(queue.size());
    assertThat((long) queue.size()).isLessThanOrEqualTo(capacity);
    assertThat(channel.sender().room()).isEqualTo(free);
    long held = posts.stream().filter(post -> post.granted).count();
    assertThat(free + held + queue.size()).as("slots").isEqualTo(capacity);
    for (Post post : posts) {
      if (post.hand.isWaiting()) {
        assertThat(post.hand.isRung()).isEqualTo(!line.contains(post));
      }
    }
    // Not the other way round: what it was rung for may have been taken by tryReceive.
    if (canReceive()) {
      receive.ifPresent(hand -> assertThat(hand.isRung()).isTrue());
      receiveMany.ifPresent(hand -> assertThat(hand.isRung()).isTrue());
    }
  }

  /// Everybody lets go, and what was sent comes out.
  void finish() {
    posts.forEach(this::cancel);
    posts.forEach(post -> reserved(post, false));
    cancelReceive();
    while (!senders.isEmpty()) {
      closeSender(0);
    }
    while (!queue.isEmpty()) {
      receive(true);
    }
    assertThat(channel.receiver().tryReceive()).isEqualTo(new TryReceive.Ended<>());
    assertThat(free).isEqualTo(capacity);
  }
}
