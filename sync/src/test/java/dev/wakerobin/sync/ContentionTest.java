package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.testkit.OnEveryScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Locks and signals among many tasks, on every scheduler. What is guarded are plain fields, so
/// that a lock which does not exclude, or does not publish, is seen.
class ContentionTest {
  private static final int TASKS = 16;

  /// Waits on the calling thread, which some schedulers borrow.
  private static void awaitAll(AsyncRuntime runtime, List<? extends Future<?>> all)
      throws InterruptedException {
    runtime.blockOn(Repeat.times(all.size(), all::get));
  }

  /// Each of them, whether it ended well or was aborted.
  private static <T> List<Future<Object>> settled(List<JoinHandle<T>> tasks) {
    return tasks.stream()
        .map(task -> (Future<Object>) new Settled<Object>(new Then<>(task, value -> value), ""))
        .toList();
  }

  private static <T> Future<T> now(T value) {
    return _ -> Poll.ready(value);
  }

  private int guarded;

  @OnEveryScheduler
  void a_mutex_held_across_a_yield_excludes(AsyncRuntime runtime) throws InterruptedException {
    Mutex mutex = new Mutex();
    List<JoinHandle<Unit>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(
          runtime.spawn(
              Repeat.times(
                  500,
                  _ ->
                      mutex.withLock(
                          () -> {
                            int before = guarded;
                            return new Then<>(Tasks.yieldNow(), _ -> guarded = before + 1);
                          }))));
    }
    awaitAll(runtime, tasks);
    assertThat(guarded).isEqualTo(TASKS * 500);
    assertThat(mutex.isLocked()).isFalse();
  }

  @OnEveryScheduler
  void a_mutex_whose_holders_and_waiters_are_aborted_is_free_in_the_end(AsyncRuntime runtime)
      throws InterruptedException {
    Mutex mutex = new Mutex();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Random random = new Random(1);
    List<JoinHandle<Unit>> tasks = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      tasks.add(
          runtime.spawn(
              mutex.withLock(
                  () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    return new Finally<>(Tasks.yieldNow(), inside::decrementAndGet);
                  })));
      if (random.nextInt(3) == 0) {
        tasks.get(random.nextInt(tasks.size())).abort();
      }
    }
    awaitAll(runtime, settled(tasks));
    assertThat(most).hasValue(1);
    assertThat(inside).hasValue(0);
    assertThat(mutex.isLocked()).isFalse();
  }

  @OnEveryScheduler
  void a_semaphore_lets_in_no_more_weight_than_it_has_and_gets_it_all_back(AsyncRuntime runtime)
      throws InterruptedException {
    Semaphore semaphore = new Semaphore(5);
    AtomicLong inside = new AtomicLong();
    AtomicLong most = new AtomicLong();
    Random random = new Random(2);
    List<JoinHandle<Unit>> tasks = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int weight = random.nextInt(6);
      tasks.add(
          runtime.spawn(
              semaphore.withPermits(
                  weight,
                  () -> {
                    most.accumulateAndGet(inside.addAndGet(weight), Math::max);
                    return new Finally<>(Tasks.yieldNow(), () -> inside.addAndGet(-weight));
                  })));
      if (random.nextInt(4) == 0) {
        tasks.get(random.nextInt(tasks.size())).abort();
      }
    }
    awaitAll(runtime, settled(tasks));
    assertThat(most.get()).isBetween(1L, 5L);
    assertThat(semaphore.availablePermits()).isEqualTo(5);
  }

  private int left;
  private int right;

  @OnEveryScheduler
  void readers_never_see_half_a_write(AsyncRuntime runtime) throws InterruptedException {
    RwLock lock = new RwLock();
    AtomicInteger halves = new AtomicInteger();
    List<JoinHandle<Unit>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      boolean writes = i % 4 == 0;
      tasks.add(
          runtime.spawn(
              Repeat.times(
                  300,
                  _ ->
                      writes
                          ? lock.withWrite(this::write)
                          : lock.withRead(
                              () -> {
                                halves.addAndGet(left == right ? 0 : 1);
                                return Tasks.yieldNow();
                              }))));
    }
    awaitAll(runtime, tasks);
    assertThat(halves).hasValue(0);
    assertThat(left).isEqualTo(TASKS / 4 * 300);
    assertThat(lock.tryWrite()).isPresent();
  }

  private Future<Integer> write() {
    left++;
    return new Then<>(Tasks.yieldNow(), _ -> right++);
  }

  @OnEveryScheduler
  void a_barrier_keeps_all_in_step_and_each_round_has_one_leader(AsyncRuntime runtime)
      throws InterruptedException {
    Barrier barrier = new Barrier(TASKS);
    AtomicInteger leaders = new AtomicInteger();
    AtomicInteger arrived = new AtomicInteger();
    AtomicInteger early = new AtomicInteger();
    int rounds = 200;
    List<JoinHandle<Unit>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(
          runtime.spawn(
              Repeat.times(
                  rounds,
                  round -> {
                    arrived.incrementAndGet();
                    return new Then<>(
                        barrier.awaitOthers(),
                        leads -> {
                          early.addAndGet(arrived.get() < TASKS * (round + 1) ? 1 : 0);
                          return leaders.addAndGet(leads ? 1 : 0);
                        });
                  })));
    }
    awaitAll(runtime, tasks);
    assertThat(leaders).hasValue(rounds);
    assertThat(early).hasValue(0);
  }

  @OnEveryScheduler
  void every_notification_wakes_one_of_those_who_wait(AsyncRuntime runtime)
      throws InterruptedException {
    Notify filled = new Notify();
    Notify emptied = new Notify();
    int rounds = 5_000;
    int[] slot = new int[1]; // Touched in turns.
    JoinHandle<Unit> consumer =
        runtime.spawn(
            Repeat.times(
                rounds,
                _ ->
                    new Then<>(
                        filled.notified(),
                        _ -> {
                          guarded += slot[0];
                          emptied.notifyOne();
                          return Unit.UNIT;
                        })));
    JoinHandle<Unit> producer =
        runtime.spawn(
            Repeat.times(
                rounds,
                round -> {
                  slot[0] = round;
                  filled.notifyOne();
                  return emptied.notified();
                }));
    awaitAll(runtime, List.of(consumer, producer));
    assertThat(guarded).isEqualTo(rounds * (rounds - 1) / 2);
  }

  @OnEveryScheduler
  void a_value_is_made_once_though_many_ask_and_the_first_makers_fail_or_are_aborted(
      AsyncRuntime runtime) throws InterruptedException {
    OnceCell<Integer> cell = new OnceCell<>();
    AtomicInteger attempts = new AtomicInteger();
    List<JoinHandle<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tasks.add(
          runtime.spawn(
              new Settled<>(
                  cell.valueOrInit(
                      () ->
                          new Then<>(
                              Tasks.yieldNow(),
                              _ -> {
                                int attempt = attempts.incrementAndGet();
                                if (attempt < 50) {
                                  throw new IllegalStateException("attempt " + attempt);
                                }
                                return attempt;
                              })),
                  -1)));
      if (i % 7 == 0) {
        tasks.get(i).abort();
      }
    }
    awaitAll(runtime, settled(tasks));
    assertThat(cell.value()).contains(50);
    assertThat(attempts).hasValue(50);
  }

  @OnEveryScheduler
  void a_token_stops_whatever_runs_under_it(AsyncRuntime runtime) throws InterruptedException {
    CancellationToken root = new CancellationToken();
    AtomicInteger stopped = new AtomicInteger();
    List<JoinHandle<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      CancellationToken token =
          i % 3 == 0 ? root : i % 3 == 1 ? root.child() : root.child().child();
      tasks.add(
          runtime.spawn(
              new Then<>(
                  token.runUntilCancelled(Repeat.times(Integer.MAX_VALUE, _ -> Tasks.yieldNow())),
                  value -> value.isEmpty() ? stopped.incrementAndGet() : -1)));
    }
    runtime.spawn(new Then<>(Repeat.times(10, _ -> Tasks.yieldNow()), _ -> cancel(root)));
    awaitAll(runtime, tasks);
    assertThat(stopped).hasValue(1_000);
  }

  private static Unit cancel(CancellationToken token) {
    token.cancel();
    return Unit.UNIT;
  }

  /// The task would spin for ever if it were not made to yield.
  @OnEveryScheduler
  void a_task_that_never_has_to_wait_is_made_to_yield(AsyncRuntime runtime)
      throws InterruptedException {
    Mutex mutex = new Mutex();
    Future<Unit> endless =
        Repeat.times(Integer.MAX_VALUE, _ -> mutex.withLock(() -> now(Unit.UNIT)));
    JoinHandle<Unit> greedy = runtime.spawn(endless);
    JoinHandle<Unit> other = runtime.spawn(Repeat.times(10, _ -> Tasks.yieldNow()));
    awaitAll(runtime, List.of(other));
    greedy.abort();
    awaitAll(runtime, settled(List.of(greedy)));
    assertThat(mutex.isLocked()).isFalse();
  }
}
