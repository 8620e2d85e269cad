package dev.wakerobin.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.ManualClock;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.testkit.OnEveryScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// What needs tasks to be seen: rings from many threads, budgets, seeds and clocks.
class OnSchedulersTest {
  private static final int MANY = 100_000;

  @OnEveryScheduler
  void joining_100_000_tasks_takes_no_more_than_two_polls_each(AsyncRuntime runtime)
      throws InterruptedException {
    AtomicInteger polls = new AtomicInteger();
    List<Integer> values =
        runtime.blockOn(
            Futures.lazy(
                () ->
                    Futures.joinAll(
                        IntStream.range(0, MANY)
                            .mapToObj(i -> counting(polls, Tasks.spawn(afterYield(i))))
                            .toList())));
    assertThat(values).isEqualTo(IntStream.range(0, MANY).boxed().toList());
    assertThat(polls.get()).isBetween(MANY, 2 * MANY);
  }

  private static Future<Integer> afterYield(int i) {
    return Futures.map(Tasks.yieldNow(), _ -> i);
  }

  private static <T> Future<T> counting(AtomicInteger polls, Future<T> future) {
    return context -> {
      polls.getAndIncrement();
      return future.poll(context);
    };
  }

  @OnEveryScheduler
  void a_set_gives_the_values_of_10_000_tasks_each_once(AsyncRuntime runtime)
      throws InterruptedException {
    Set<Integer> values = new HashSet<>();
    runtime.blockOn(
        Futures.lazy(
            () -> {
              FuturesUnordered<Integer> set = new FuturesUnordered<>();
              IntStream.range(0, 10_000).forEach(i -> set.add(Tasks.spawn(afterYield(i))));
              return Streams.from(set).forEach(value -> assertThat(values.add(value)).isTrue());
            }));
    assertThat(values).hasSize(10_000);
  }

  // ---- Nobody is starved

  @OnEveryScheduler
  void a_set_that_is_always_ready_lets_others_run(AsyncRuntime runtime)
      throws InterruptedException {
    FuturesUnordered<Integer> set = new FuturesUnordered<>();
    set.add(Futures.ready(1));
    JoinHandle<Unit> greedy =
        runtime.spawn(Streams.from(set).forEach(value -> set.add(Futures.ready(value + 1))));
    for (int i = 0; i < 10; i++) {
      runtime.blockOn(Tasks.yieldNow());
    }
    greedy.abort();
  }

  @OnEveryScheduler
  void a_clock_that_is_due_stops_a_future_that_uses_up_every_budget(AsyncRuntime runtime) {
    Future<Unit> greedy =
        context -> {
          while (context.tryProceed()) {
            // Always something to do.
          }
          return Poll.pending();
        };
    Duration brief = Duration.ofMillis(1);
    assertThatThrownBy(() -> runtime.blockOn(Futures.timeout(greedy, Tasks.sleep(brief))))
        .isInstanceOf(TaskFailedException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> runtime.blockOn(Tasks.timeout(brief, greedy)))
        .isInstanceOf(TaskFailedException.class)
        .hasRootCauseMessage("not ready within PT0.001S");
  }

  // ---- Fairness

  @OnEveryScheduler
  void a_select_of_two_that_are_always_ready_takes_from_both(AsyncRuntime runtime)
      throws InterruptedException {
    int lefts = lefts(runtime, false).size();
    assertThat(lefts).as("of 1000").isBetween(400, 600);
    assertThat(lefts(runtime, true)).hasSize(1000);
  }

  /// In which of a thousand rounds the left one won.
  private static List<Integer> lefts(AsyncRuntime runtime, boolean biased)
      throws InterruptedException {
    List<Integer> lefts = new ArrayList<>();
    Pipeline<Either<Unit, Unit>> rounds =
        Streams.repeat(
            () -> {
              Future<Unit> left = Futures.ready(Unit.UNIT);
              Future<Unit> right = Futures.ready(Unit.UNIT);
              return biased ? Futures.selectBiased(left, right) : Futures.select(left, right);
            });
    int[] round = new int[1];
    runtime.blockOn(
        rounds
            .take(1000)
            .forEach(
                winner -> {
                  round[0]++;
                  if (winner instanceof Either.Left) {
                    lefts.add(round[0]);
                  }
                }));
    return lefts;
  }

  @OnEveryScheduler
  void it_is_the_seed_that_decides_who_wins(AsyncRuntime runtime) throws InterruptedException {
    String scheduler = runtime.scheduler();
    assertThat(leftsOf(scheduler, 7)).isEqualTo(leftsOf(scheduler, 7));
    assertThat(leftsOf(scheduler, 7)).isNotEqualTo(leftsOf(scheduler, 8));
  }

  private static List<Integer> leftsOf(String scheduler, long seed) throws InterruptedException {
    try (AsyncRuntime runtime = AsyncRuntime.builder().scheduler(scheduler).seed(seed).build()) {
      return lefts(runtime, false);
    }
  }

  // ---- Time

  @OnEveryScheduler
  void a_timeout_comes_when_its_time_is_up_and_not_before(AsyncRuntime runtime, ManualClock clock)
      throws InterruptedException {
    Actor slow = new Actor(0, new Part(1, false, Part.Rings.LATER, Part.End.WELL, false));
    Future<Integer> timeout = Tasks.timeout(Duration.ofHours(1), slow);
    AtomicInteger polls = new AtomicInteger();
    JoinHandle<Integer> handle =
        runtime.spawn(
            context -> {
              Poll<Integer> answer = timeout.poll(context);
              polls.getAndIncrement();
              return answer;
            });
    runtime.blockOn(until(() -> polls.get() > 0)); // From here on the hour is counted.
    clock.advance(Duration.ofMinutes(59));
    runtime.blockOn(Tasks.yieldNow());
    assertThat(handle.isFinished()).isFalse();
    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(() -> runtime.blockOn(handle))
        .hasCauseInstanceOf(TimeoutException.class)
        .hasRootCauseMessage("not ready within PT1H");
    assertThat(slow.cancels).isOne();
  }

  @OnEveryScheduler
  void a_value_that_is_there_wins_over_a_time_of_zero(AsyncRuntime runtime)
      throws InterruptedException {
    assertThat(runtime.blockOn(Tasks.timeout(Duration.ZERO, Futures.ready(1)))).isEqualTo(1);
    assertThatThrownBy(() -> runtime.blockOn(Tasks.timeout(Duration.ZERO, Futures.never())))
        .hasCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> Tasks.timeout(Duration.ofSeconds(-1), Futures.never()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }

  @OnEveryScheduler
  void an_interval_is_a_stream_of_its_ticks(AsyncRuntime runtime) throws InterruptedException {
    Duration period = Duration.ofMillis(1);
    List<Instant> ticks = runtime.blockOn(Streams.from(Tasks.interval(period)).take(5).toList());
    for (int i = 1; i < 5; i++) {
      assertThat(Duration.between(ticks.get(i - 1), ticks.get(i))).isEqualTo(period);
    }
  }

  @OnEveryScheduler
  void throttled_items_come_a_pause_apart(AsyncRuntime runtime, ManualClock clock)
      throws InterruptedException {
    List<Integer> items = new CopyOnWriteArrayList<>();
    JoinHandle<Unit> handle =
        runtime.spawn(
            Streams.of(1, 2, 3)
                .throttle(() -> Tasks.sleep(Duration.ofSeconds(10)))
                .forEach(items::add));
    for (int i = 1; i <= 3; i++) {
      int soMany = i;
      runtime.blockOn(until(() -> items.size() >= soMany));
      clock.advance(Duration.ofSeconds(9));
      runtime.blockOn(Tasks.yieldNow());
      assertThat(items).hasSize(soMany);
      clock.advance(Duration.ofSeconds(1));
    }
    runtime.blockOn(handle);
  }

  /// Asks again and again.
  private static Future<Unit> until(BooleanSupplier condition) {
    return context -> {
      if (condition.getAsBoolean()) {
        return Poll.ready();
      }
      context.waker().wake();
      return Poll.pending();
    };
  }

  // ---- Streams and tasks

  @OnEveryScheduler
  void a_task_for_each_item_and_never_more_than_so_many(AsyncRuntime runtime)
      throws InterruptedException {
    AtomicInteger alive = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> squares =
        runtime.blockOn(
            Streams.fromIterable(IntStream.range(0, 500).boxed().toList())
                .buffered(8, i -> Tasks.spawn(square(i, alive, most)))
                .toList());
    assertThat(squares).isEqualTo(IntStream.range(0, 500).mapToObj(i -> i * i).toList());
    assertThat(most.get()).isBetween(2, 8);
    assertThat(alive.get()).isZero();
  }

  private static Future<Integer> square(int i, AtomicInteger alive, AtomicInteger most) {
    return Futures.lazy(
        () -> {
          most.accumulateAndGet(alive.incrementAndGet(), Math::max);
          return Futures.map(
              Tasks.yieldNow(),
              _ -> {
                alive.decrementAndGet();
                return i * i;
              });
        });
  }

  @OnEveryScheduler
  void a_shared_future_is_polled_once_for_all_who_want_it(AsyncRuntime runtime)
      throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    Shared<Integer> shared =
        Futures.shared(Futures.map(afterYield(3), _ -> made.incrementAndGet()));
    List<JoinHandle<Integer>> handles =
        IntStream.range(0, 1_000).mapToObj(_ -> runtime.spawn(shared.future())).toList();
    assertThat(runtime.blockOn(Futures.joinAll(handles))).hasSize(1_000).containsOnly(1);
    assertThat(made).hasValue(1);
  }

  @OnEveryScheduler
  void what_a_cancel_throws_in_a_won_race_reaches_the_reporter(AsyncRuntime given)
      throws InterruptedException {
    List<Throwable> reports = new ArrayList<>();
    Actor rude = new Actor(0, new Part(1, false, Part.Rings.LATER, Part.End.WELL, true));
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(given.scheduler()).reporter(reports::add).build()) {
      assertThat(runtime.blockOn(Futures.raceBiased(rude, Futures.ready(2)))).isEqualTo(2);
    }
    assertThat(reports).singleElement().isInstanceOf(IllegalArgumentException.class);
  }

  /// A child whose ring comes from another thread at the worst of times: while it is polled.
  @OnEveryScheduler
  void no_ring_of_a_child_is_lost(AsyncRuntime runtime) throws InterruptedException {
    List<Future<Integer>> children = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Future<Integer> handOver = new Ringer(10);
      children.add(handOver);
    }
    assertThat(runtime.blockOn(Futures.joinAll(children))).hasSize(2_000).containsOnly(10);
  }

  /// Pending some times, each time rung by a task of its own. What that task writes is not volatile
  /// and must be seen.
  private static final class Ringer implements Future<Integer> {
    private final int rounds;
    private int seen;
    private int written;

    Ringer(int rounds) {
      this.rounds = rounds;
    }

    @Override
    public Poll<Integer> poll(Context context) {
      if (written < seen) {
        throw new AssertionError("what was written before the ring is not seen");
      }
      if (written == rounds) {
        return Poll.ready(written);
      }
      if (written == seen) {
        seen++;
        int next = written + 1;
        Tasks.spawn(
            _ -> {
              written = next;
              context.waker().wake();
              return Poll.ready();
            });
      }
      return Poll.pending();
    }
  }
}
