package dev.wakerobin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.scheduler.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Tasks that share one thing, in every order that can be generated, and with aborts in between.
/// Who would wait for ever is named by the lab.
class InterleavingProperties {

  /// One use of the shared thing.
  ///
  /// @param weight means what the thing takes it to mean
  /// @param yields how often others may run while it is held
  record Visit(int weight, int yields) {}

  /// @param tasks the visits of each
  /// @param aborts which task is aborted next, modulo their number
  /// @param choices who runs next
  record Plan(List<List<Visit>> tasks, List<Integer> aborts, List<Integer> choices) {

    /// Runs it, and returns once every task has ended.
    void run(Function<Visit, Future<?>> visiting) throws InterruptedException {
      run(visiting, yields(0), () -> {});
    }

    /// Runs it beside a task that is not aborted, and which comes to its end after `end` has run,
    /// that is after all others have ended.
    void run(Function<Visit, Future<?>> visiting, Future<Unit> beside, Runnable end)
        throws InterruptedException {
      try (AsyncRuntime runtime =
          AsyncRuntime.builder().scheduler(Lab.provider().choosing(choices)).build()) {
        JoinHandle<Unit> last = runtime.spawn(beside);
        List<JoinHandle<Unit>> handles = new ArrayList<>();
        for (List<Visit> visits : tasks) {
          handles.add(
              runtime.spawn(Repeat.times(visits.size(), i -> visiting.apply(visits.get(i)))));
        }
        runtime.blockOn(
            Repeat.times(
                aborts.size(),
                i -> {
                  handles.get(aborts.get(i) % handles.size()).abort();
                  return Tasks.yieldNow();
                }));
        runtime.blockOn(
            Repeat.times(handles.size(), i -> new Settled<>(handles.get(i), Unit.UNIT)));
        end.run();
        runtime.blockOn(last);
      }
    }
  }

  @Provide
  Arbitrary<Plan> plans() {
    Arbitrary<Integer> upToThree = Arbitraries.integers().between(0, 3);
    Arbitrary<Visit> visit = Combinators.combine(upToThree, upToThree).as(Visit::new);
    Arbitrary<List<Integer>> numbers = Arbitraries.integers().between(0, 9).list().ofMaxSize(40);
    return Combinators.combine(
            visit.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(6),
            Arbitraries.integers().between(0, 5).list().ofMaxSize(4),
            numbers)
        .as(Plan::new);
  }

  private static Future<Unit> yields(int times) {
    return Repeat.times(times, _ -> Tasks.yieldNow());
  }

  private int inside;
  private int most;

  /// Is inside until the future ends, in whatever way.
  private Future<Unit> within(int weight, int yields) {
    inside += weight;
    most = Math.max(most, inside);
    return new Finally<>(yields(yields), () -> inside -= weight);
  }

  @Property(tries = 300)
  void a_mutex_is_held_by_one_at_a_time_and_is_free_in_the_end(@ForAll("plans") Plan plan)
      throws InterruptedException {
    Mutex mutex = new Mutex();
    plan.run(visit -> mutex.withLock(() -> within(1, visit.yields())));
    assertThat(most).isLessThanOrEqualTo(1);
    assertThat(inside).isZero();
    assertThat(mutex.isLocked()).isFalse();
  }

  @Property(tries = 300)
  void a_semaphore_lets_in_what_it_has_and_gets_it_all_back(@ForAll("plans") Plan plan)
      throws InterruptedException {
    Semaphore semaphore = new Semaphore(3);
    plan.run(
        visit ->
            semaphore.withPermits(visit.weight(), () -> within(visit.weight(), visit.yields())));
    assertThat(most).isLessThanOrEqualTo(3);
    assertThat(inside).isZero();
    assertThat(semaphore.availablePermits()).isEqualTo(3);
  }

  @Property(tries = 300)
  void a_writer_is_alone_and_the_lock_is_free_in_the_end(@ForAll("plans") Plan plan)
      throws InterruptedException {
    RwLock lock = new RwLock();
    int writer = 100; // So heavy that it is seen if anybody else is inside.
    plan.run(
        visit ->
            visit.weight() == 0
                ? lock.withWrite(() -> within(writer, visit.yields()))
                : lock.withRead(() -> within(1, visit.yields())));
    assertThat(most % writer == 0 || most < writer).as("%d inside", most).isTrue();
    assertThat(most).isLessThanOrEqualTo(writer);
    assertThat(inside).isZero();
    assertThat(lock.tryWrite()).isPresent();
  }

  @Property(tries = 300)
  void what_is_sent_is_received_once_and_in_order_though_receives_are_cancelled(
      @ForAll("plans") Plan plan, @ForAll @IntRange(min = 1, max = 3) int capacity)
      throws InterruptedException {
    Channel<Integer> channel = Channel.bounded(capacity);
    List<Integer> sent = new ArrayList<>();
    List<Integer> received = new ArrayList<>();
    int[] next = {0};
    plan.run(
        visit -> {
          int value = next[0]++;
          Future<?> sending = new Then<>(channel.sender().send(value), _ -> sent.add(value));
          return Repeat.times(visit.yields() + 1, i -> i == 0 ? sending : Tasks.yieldNow());
        },
        new Impatient(channel.receiver(), plan.choices(), received),
        channel.sender()::close);
    assertThat(received).isEqualTo(sent);
    assertThat(channel.sender().room()).isEqualTo(capacity);
  }

  @Property(tries = 300)
  void each_notification_goes_to_one_who_waits_or_is_kept_for_the_next(@ForAll("plans") Plan plan)
      throws InterruptedException {
    Notify notify = new Notify();
    int[] taken = {0};
    CancellationToken enough = new CancellationToken();
    Future<Unit> notifying =
        new Then<>(
            enough.runUntilCancelled(
                Repeat.times(
                    Integer.MAX_VALUE,
                    _ -> {
                      notify.notifyOne();
                      return Tasks.yieldNow();
                    })),
            _ -> Unit.UNIT);
    plan.run(
        visit -> new Then<>(notify.notified(), _ -> taken[0] += visit.weight()),
        notifying,
        enough::cancel);
    int visits = plan.tasks().stream().flatMap(List::stream).mapToInt(Visit::weight).sum();
    assertThat(taken[0]).isLessThanOrEqualTo(visits);
    if (plan.aborts().isEmpty()) {
      assertThat(taken[0]).isEqualTo(visits);
    }
  }

  /// Receives until the end, and now and then, when it is rung, cancels the receive that waited
  /// and begins another one.
  private static final class Impatient implements Future<Unit> {
    private final Receiver<Integer> receiver;
    private final List<Integer> moods;
    private final List<Integer> received;
    private Future<Optional<Integer>> receive;
    private int polls;

    Impatient(Receiver<Integer> receiver, List<Integer> moods, List<Integer> received) {
      this.receiver = receiver;
      this.moods = moods;
      this.received = received;
      this.receive = receiver.receive();
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      if (polls > 0 && !moods.isEmpty() && moods.get(polls % moods.size()) % 2 == 0) {
        receive.cancel();
        receive = receiver.receive();
      }
      polls++;
      while (receive.poll(context) instanceof Poll.Ready<Optional<Integer>>(var value)) {
        if (value.isEmpty()) {
          return Poll.ready();
        }
        received.add(value.get());
        receive = receiver.receive();
      }
      return Poll.pending();
    }
  }
}
