package dev.wakerobin.it.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.futures.Outcome;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.JoinSet;
import dev.wakerobin.runtime.TaskLocal;
import dev.wakerobin.runtime.TaskScope;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Channel;
import dev.wakerobin.testkit.OnEveryScheduler;
import dev.wakerobin.testkit.WakerobinExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tasks in strange orders: what Tokio's suites ask of `JoinHandle`, `JoinSet`, shutdown and
/// `task_local!`, and Kotlin's and Trio's of scopes.
@ExtendWith(WakerobinExtension.class)
class TasksTest {

  /// Writes down how it ends.
  private record Told(String name, Queue<String> told) implements Future<Unit> {
    @Override
    public Poll<Unit> poll(Context context) {
      return Poll.pending();
    }

    @Override
    public void cancel() {
      told.add(name);
    }
  }

  // ---- Handles

  @OnEveryScheduler
  void one_who_stops_waiting_may_still_abort_and_join(AsyncRuntime runtime) {
    JoinHandle<Unit> handle = runtime.spawn(Futures.never());
    handle.cancel();
    handle.cancel();
    assertThat(handle.isFinished()).isFalse();
    handle.abort();
    assertThatThrownBy(() -> runtime.blockOn(handle)).isInstanceOf(TaskCancelledException.class);
    handle.abort();
    handle.cancel();
    assertThatThrownBy(() -> runtime.blockOn(handle)).isInstanceOf(TaskCancelledException.class);
  }

  @OnEveryScheduler
  void a_task_that_aborts_itself_keeps_the_value_of_that_poll_and_goes_no_further_without_one(
      AsyncRuntime runtime) throws InterruptedException {
    AtomicReference<JoinHandle<String>> ready = new AtomicReference<>();
    AtomicReference<JoinHandle<String>> waits = new AtomicReference<>();
    runtime.blockOn(
        _ -> {
          ready.set(Tasks.spawn(new AbortsItself(ready, Poll.ready("done"))));
          waits.set(Tasks.spawn(new AbortsItself(waits, Poll.pending())));
          return Poll.ready();
        });
    assertThat(runtime.blockOn(Futures.outcome(ready.get())))
        .isEqualTo(new Outcome.Value<>("done"));
    assertThat(runtime.blockOn(Futures.outcome(waits.get())))
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> assertThat(failure.cause()).isInstanceOf(TaskCancelledException.class));
  }

  /// Waits until it knows its own handle, aborts it, and answers.
  private record AbortsItself(AtomicReference<JoinHandle<String>> self, Poll<String> answer)
      implements Future<String> {
    @Override
    public Poll<String> poll(Context context) {
      JoinHandle<String> handle = self.get();
      if (handle == null) {
        context.waker().wake();
        return Poll.pending();
      }
      handle.abort();
      return answer;
    }
  }

  // ---- Join sets

  @OnEveryScheduler
  void a_set_whose_members_are_aborted_while_it_is_joined_gives_each_once(AsyncRuntime runtime)
      throws InterruptedException {
    JoinSet<Integer> set = JoinSet.on(runtime);
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      set.spawn(number % 3 == 0 ? Futures.never() : Futures.map(Tasks.yieldNow(), _ -> number));
    }
    JoinHandle<Integer> joined = runtime.spawn(countAll(set));
    set.abortAll();
    assertThat(runtime.blockOn(joined)).isEqualTo(1_000);
    assertThat(set.isEmpty()).isTrue();
    Optional<Integer> none = runtime.blockOn(set.joinNext());
    assertThat(none).isEmpty();
  }

  private static Future<Integer> countAll(JoinSet<Integer> set) {
    int[] joined = {0};
    List<Future<Optional<Integer>>> current = new ArrayList<>();
    return context -> {
      while (true) {
        if (current.isEmpty()) {
          current.add(set.joinNext());
        }
        try {
          switch (current.getFirst().poll(context)) {
            case Poll.Pending<Optional<Integer>> _ -> {
              return Poll.pending();
            }
            case Poll.Ready<Optional<Integer>>(Optional<Integer> value) -> {
              if (value.isEmpty()) {
                return Poll.ready(joined[0]);
              }
            }
          }
        } catch (TaskCancelledException _) {
          // Counts as joined.
        }
        joined[0]++;
        current.clear();
      }
    };
  }

  // ---- Scopes

  @OnEveryScheduler
  void into_a_scope_that_was_let_go_nobody_is_spawned_who_runs(AsyncRuntime runtime)
      throws InterruptedException {
    AtomicReference<TaskScope> leaked = new AtomicReference<>();
    Queue<String> told = new ConcurrentLinkedQueue<>();
    JoinHandle<Unit> outer =
        runtime.spawn(
            TaskScope.failFast(
                scope -> {
                  leaked.set(scope);
                  scope.spawn(new Told("child", told));
                  return new Told("body", told);
                }));
    while (leaked.get() == null) {
      runtime.blockOn(Tasks.yieldNow());
    }
    outer.abort();
    assertThatThrownBy(() -> runtime.blockOn(outer)).isInstanceOf(TaskCancelledException.class);
    try {
      JoinHandle<Unit> late = leaked.get().spawn(new Told("late", told));
      assertThatThrownBy(() -> runtime.blockOn(late)).isInstanceOf(TaskCancelledException.class);
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageStartingWith("this scope has ended");
    }
    assertThat(told).contains("body").doesNotContain("polled");
  }

  // ---- Task-locals

  @OnEveryScheduler
  void a_task_local_is_each_branchs_own_and_a_spawned_task_has_it_only_if_it_inherits(
      AsyncRuntime runtime) throws InterruptedException {
    TaskLocal<String> user = TaskLocal.named("user");
    Future<String> sees =
        Futures.then(
            Tasks.yieldNow(), _ -> Futures.lazy(() -> Futures.ready(user.find().orElse("none"))));
    Future<String> spawned = Futures.lazy(() -> Tasks.spawn(looks(user)));
    Future<String> inherits = Futures.lazy(() -> Tasks.spawn(user.inherit(looks(user))));
    List<String> seen =
        runtime.blockOn(
            Futures.joinAll(
                List.of(
                    user.with("ada", sees),
                    looks(user),
                    user.with("bob", spawned),
                    user.with("eve", inherits))));
    assertThat(seen).containsExactly("ada", "none", "none", "eve");
    assertThat(user.find()).isEmpty();
  }

  private static Future<String> looks(TaskLocal<String> user) {
    return _ -> Poll.ready(user.find().orElse("none"));
  }

  // ---- The end

  @Test
  void closing_cancels_every_task_and_what_a_cancel_spawns_never_runs() {
    Queue<String> told = new ConcurrentLinkedQueue<>();
    AsyncRuntime runtime = AsyncRuntime.builder().scheduler("basic").build();
    AtomicReference<JoinHandle<Unit>> late = new AtomicReference<>();
    runtime.spawn(new Told("first", told));
    runtime.spawn(
        new Future<Unit>() {
          @Override
          public Poll<Unit> poll(Context context) {
            return Poll.pending();
          }

          @Override
          public void cancel() {
            told.add("second");
            late.set(runtime.spawn(new Told("spawned by the end", told)));
          }
        });
    runtime.spawn(new Told("third", told));
    runtime.close();
    assertThat(told)
        .containsExactlyInAnyOrder("first", "second", "spawned by the end", "third")
        .containsSubsequence("first", "second", "third");
    assertThat(late.get().isFinished()).isTrue();
    assertThat(runtime.spawn(Futures.ready(1)).isFinished()).isTrue();
    assertThatThrownBy(() -> runtime.blockOn(Futures.ready(1)))
        .isInstanceOf(TaskCancelledException.class);
  }

  @Test
  void closing_waits_for_blocking_calls_and_gives_up_after_its_grace() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AsyncRuntime runtime = AsyncRuntime.create();
    JoinHandle<String> call =
        runtime.spawnBlocking(
            () -> {
              begun.countDown();
              release.await();
              return "late";
            });
    begun.await();
    assertThat(runtime.close(Duration.ZERO)).isNotEmpty().first().asString().contains("call");
    release.countDown();
    runtime.close();
    assertThat(call.isFinished()).isTrue();
  }

  // ---- Selects

  @OnEveryScheduler
  void a_select_that_goes_round_loses_none_of_the_values_of_two_channels(AsyncRuntime runtime)
      throws InterruptedException {
    Channel<Integer> left = Channel.bounded(4);
    Channel<Integer> right = Channel.bounded(4);
    for (Channel<Integer> channel : List.of(left, right)) {
      runtime.spawn(sendMany(channel, 2_000));
    }
    Queue<Integer> seen = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 4_000; i++) {
      runtime.blockOn(
          Futures.map(
              Futures.race(left.receiver().receive(), right.receiver().receive()),
              value -> value.map(seen::add)));
    }
    assertThat(seen.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * 1_999 * 2_000 / 2);
  }

  private static Future<Unit> sendMany(Channel<Integer> channel, int many) {
    int[] next = {0};
    List<Future<Unit>> current = new ArrayList<>();
    return context -> {
      while (next[0] < many) {
        if (current.isEmpty()) {
          current.add(channel.sender().send(next[0]));
        }
        if (!current.getFirst().poll(context).isReady()) {
          return Poll.pending();
        }
        current.clear();
        next[0]++;
      }
      return Poll.ready();
    };
  }

  @Test
  void a_select_whose_loser_is_ready_too_cancels_it_and_takes_nothing_from_it() throws Exception {
    Channel<Integer> channel = Channel.bounded(1);
    channel.sender().trySend(7);
    Context context = Context.of(Waker.noop());
    assertThat(
            Futures.selectBiased(Futures.ready("winner"), channel.receiver().receive())
                .poll(context)
                .isReady())
        .isTrue();
    assertThat(channel.receiver().size()).isEqualTo(1);
    Polled<?> waits = Polled.once(Futures.select(Futures.never(), Futures.never()));
    waits.cancel();
    assertThatThrownBy(waits::poll).isInstanceOf(IllegalStateException.class);
  }
}
