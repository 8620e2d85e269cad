package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Broadcast.Received;
import dev.wakerobin.testkit.OnEveryScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Channels among many tasks and foreign threads, on every scheduler.
class ChannelContentionTest {
  private static final int SENDERS = 4;
  private static final int EACH = 2_000;

  /// What one sender sent, as the number of the sender and of the value.
  private record Item(int sender, int number) {}

  /// Receives until the end.
  private record Drain<T>(Receiver<T> receiver, Consumer<T> sink) implements Future<Unit> {
    @Override
    public Poll<Unit> poll(Context context) {
      while (receiver.pollReceive(context) instanceof Poll.Ready<Optional<T>>(var item)) {
        if (item.isEmpty()) {
          return Poll.ready();
        }
        sink.accept(item.get());
      }
      return Poll.pending();
    }
  }

  /// Sends so many values and closes its sender.
  private static Future<Unit> sending(Sender<Item> sender, int number) {
    return new Finally<>(
        Repeat.times(EACH, value -> sender.send(new Item(number, value))), sender::close);
  }

  @OnEveryScheduler
  void what_many_tasks_send_arrives_once_and_in_the_order_of_each(AsyncRuntime runtime)
      throws InterruptedException {
    Channel<Item> channel = Channel.bounded(8);
    for (int i = 0; i < SENDERS; i++) {
      runtime.spawn(sending(channel.sender().copy(), i));
    }
    channel.sender().close();
    List<Item> received = new ArrayList<>();
    runtime.blockOn(new Drain<>(channel.receiver(), received::add));
    assertComplete(received);
  }

  @OnEveryScheduler
  void what_foreign_threads_send_arrives_as_well(AsyncRuntime runtime) throws InterruptedException {
    Channel<Item> channel = Channel.bounded(8);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      int number = i;
      Sender<Item> sender = channel.sender().copy();
      threads.add(Thread.ofPlatform().start(() -> sendFromHere(sender, number)));
    }
    channel.sender().close();
    List<Item> received = new ArrayList<>();
    runtime.blockOn(new Drain<>(channel.receiver(), received::add));
    for (Thread thread : threads) {
      thread.join();
    }
    assertComplete(received);
  }

  private static void sendFromHere(Sender<Item> sender, int number) {
    try (sender) {
      for (int value = 0; value < EACH; value++) {
        while (sender.trySend(new Item(number, value)) != TrySend.SENT) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private static void assertComplete(List<Item> received) {
    assertThat(received).hasSize(SENDERS * EACH);
    int[] next = new int[SENDERS];
    for (Item item : received) {
      assertThat(item.number()).isEqualTo(next[item.sender()]++);
    }
  }

  @OnEveryScheduler
  void a_send_that_is_aborted_has_sent_or_has_not_and_those_that_say_they_have_have(
      AsyncRuntime runtime) throws InterruptedException {
    Channel<Integer> channel = Channel.bounded(2);
    Set<Integer> sent = ConcurrentHashMap.newKeySet();
    Random random = new Random(3);
    List<Integer> received = new ArrayList<>();
    JoinHandle<Unit> drain = runtime.spawn(new Drain<>(channel.receiver(), received::add));
    List<JoinHandle<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int value = i;
      tasks.add(runtime.spawn(new Then<>(channel.sender().send(value), _ -> sent.add(value))));
      if (random.nextInt(3) == 0) {
        tasks.get(random.nextInt(tasks.size())).abort();
      }
    }
    runtime.blockOn(Repeat.times(tasks.size(), i -> new Settled<>(tasks.get(i), false)));
    channel.sender().close();
    runtime.blockOn(drain);
    assertThat(received).doesNotHaveDuplicates();
    assertThat(Set.copyOf(received)).isEqualTo(sent);
    assertThat(channel.sender().room()).isEqualTo(2);
  }

  /// No send may succeed unseen, however the close falls between.
  @OnEveryScheduler
  void what_was_sent_while_the_receiver_closed_is_received(AsyncRuntime runtime)
      throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      Channel<Integer> channel = Channel.bounded(4);
      Set<Integer> sent = ConcurrentHashMap.newKeySet();
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    int value = 0;
                    while (!channel.sender().isClosed()) {
                      if (channel.sender().trySend(value) == TrySend.SENT) {
                        sent.add(value);
                        value++;
                      }
                    }
                  });
      List<Integer> received = new ArrayList<>();
      int closeAfter = round % 20;
      runtime.blockOn(
          new Drain<>(
              channel.receiver(),
              value -> {
                received.add(value);
                if (received.size() == closeAfter + 1) {
                  channel.receiver().close();
                }
              }));
      thread.join();
      assertThat(received).hasSameSizeAs(sent).containsAll(sent);
    }
  }

  @OnEveryScheduler
  void each_receiver_of_a_broadcast_accounts_for_every_value(AsyncRuntime runtime)
      throws InterruptedException {
    Broadcast<Integer> broadcast = new Broadcast<>(16);
    List<JoinHandle<Integer>> receivers = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      receivers.add(runtime.spawn(new Count(broadcast.subscribe())));
    }
    JoinHandle<Unit> sender =
        runtime.spawn(
            Repeat.times(
                EACH,
                value -> {
                  broadcast.send(value);
                  Future<Unit> goOn = _ -> Poll.ready();
                  return value % 10 == 0 ? Tasks.yieldNow() : goOn;
                }));
    runtime.blockOn(sender);
    broadcast.close();
    for (JoinHandle<Integer> receiver : receivers) {
      int counted = runtime.blockOn(receiver);
      assertThat(counted).isEqualTo(EACH);
    }
  }

  /// Counts the values until the end, those included that it missed, and sees that they come in
  /// order.
  private static final class Count implements Future<Integer> {
    private final Broadcast.Receiver<Integer> receiver;
    private Future<Received<Integer>> receive;
    private int counted;

    Count(Broadcast.Receiver<Integer> receiver) {
      this.receiver = receiver;
      this.receive = receiver.receive();
    }

    @Override
    public Poll<Integer> poll(Context context) throws Exception {
      while (receive.poll(context) instanceof Poll.Ready<Received<Integer>>(var received)) {
        switch (received) {
          case Received.Value<Integer>(Integer value) -> assertThat(value).isEqualTo(counted++);
          case Received.Lagged<Integer>(long missed) -> counted += (int) missed;
          case Received.Ended<Integer> _ -> {
            return Poll.ready(counted);
          }
        }
        receive = receiver.receive();
      }
      return Poll.pending();
    }
  }

  @OnEveryScheduler
  void whoever_watches_comes_to_see_the_last_value(AsyncRuntime runtime)
      throws InterruptedException {
    Watch<Integer> watch = new Watch<>(0);
    List<JoinHandle<Optional<Integer>>> tasks = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      tasks.add(runtime.spawn(watch.subscribe().awaitValue(value -> value == 2 * EACH)));
    }
    Thread foreign =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < EACH; i++) {
                    watch.update(value -> value + 1);
                  }
                });
    runtime.blockOn(
        Repeat.times(
            EACH,
            _ -> {
              watch.update(value -> value + 1);
              return Tasks.yieldNow();
            }));
    foreign.join();
    for (JoinHandle<Optional<Integer>> task : tasks) {
      Optional<Integer> seen = runtime.blockOn(task);
      assertThat(seen).contains(2 * EACH);
    }
  }

  @OnEveryScheduler
  void many_pairs_of_tasks_play_ping_pong(AsyncRuntime runtime) throws InterruptedException {
    List<JoinHandle<Integer>> players = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      Oneshot<Integer> ping = new Oneshot<>();
      Oneshot<Integer> pong = new Oneshot<>();
      runtime.spawn(new Then<>(ping, value -> pong.send(value + 1)));
      JoinHandle<Integer> answer = runtime.spawn(pong);
      runtime.spawn(_ -> Poll.ready(ping.send(number)));
      players.add(answer);
    }
    for (int i = 0; i < players.size(); i++) {
      int answer = runtime.blockOn(players.get(i));
      assertThat(answer).isEqualTo(i + 1);
    }
  }
}
