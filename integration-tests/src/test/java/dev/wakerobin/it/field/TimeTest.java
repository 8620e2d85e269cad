package dev.wakerobin.it.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.futures.Streams;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Interval;
import dev.wakerobin.runtime.ManualClock;
import dev.wakerobin.runtime.MissedTicks;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Mutex;
import dev.wakerobin.testkit.OnEveryScheduler;
import dev.wakerobin.testkit.OnScheduler;
import dev.wakerobin.testkit.WakerobinExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Time at its rims: what Tokio's suites ask of `sleep`, `timeout` and `interval`, and Trio's of
/// its deadlines.
@ExtendWith(WakerobinExtension.class)
class TimeTest {
  private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

  @OnEveryScheduler
  void a_time_that_has_gone_by_is_not_waited_for(AsyncRuntime runtime, ManualClock clock)
      throws InterruptedException {
    clock.advance(Duration.ofHours(1));
    runtime.blockOn(Tasks.sleepUntil(runtime.now()));
    runtime.blockOn(Tasks.sleepUntil(runtime.now().minusSeconds(1)));
    runtime.blockOn(Tasks.sleepUntil(Instant.MIN));
    runtime.blockOn(Tasks.sleep(Duration.ZERO));
    assertThat(runtime.now()).isEqualTo(Instant.EPOCH.plusSeconds(3_600));
  }

  @OnEveryScheduler
  void a_time_that_never_comes_keeps_nobody_else_waiting(AsyncRuntime runtime, ManualClock clock)
      throws InterruptedException {
    JoinHandle<Unit> never = runtime.spawn(Tasks.sleep(FOR_EVER));
    JoinHandle<Unit> neverEither = runtime.spawn(Tasks.sleepUntil(Instant.MAX));
    int value = runtime.blockOn(Tasks.timeout(FOR_EVER, Futures.ready(1)));
    clock.advance(Duration.ofDays(365L * 250));
    runtime.blockOn(Tasks.yieldNow());
    assertThat(value).isEqualTo(1);
    assertThat(never.isFinished() || neverEither.isFinished()).isFalse();
  }

  @Test
  void a_timeout_of_zero_asks_once(AsyncRuntime runtime, ManualClock clock) {
    AtomicInteger polls = new AtomicInteger();
    Future<Unit> later =
        context -> {
          context.waker().wake();
          return polls.incrementAndGet() < 2 ? Poll.pending() : Poll.ready();
        };
    assertThatThrownBy(() -> runtime.blockOn(Tasks.timeout(Duration.ZERO, later)))
        .hasCauseInstanceOf(TimeoutException.class)
        .hasRootCauseMessage("not ready within PT0S");
    assertThat(polls).hasValue(1);
  }

  @Test
  void of_two_timeouts_the_shorter_one_ends_both_and_the_lock_in_line_is_left(
      AsyncRuntime runtime, ManualClock clock) throws InterruptedException {
    Mutex mutex = new Mutex();
    Mutex.Guard guard = mutex.tryLock().orElseThrow();
    JoinHandle<Mutex.Guard> waits =
        runtime.spawn(
            Tasks.timeout(
                Duration.ofSeconds(9), Tasks.timeout(Duration.ofSeconds(3), mutex.lock())));
    runtime.blockOn(Tasks.yieldNow());
    clock.advance(Duration.ofSeconds(3));
    assertThatThrownBy(() -> runtime.blockOn(waits)).hasRootCauseMessage("not ready within PT3S");
    guard.close();
    assertThat(mutex.isLocked()).isFalse();
    assertThat(runtime.dump().nextTimer()).isEmpty();
  }

  @Test
  void what_ended_in_time_leaves_no_timer_behind(AsyncRuntime runtime, ManualClock clock)
      throws InterruptedException {
    runtime.blockOn(Tasks.timeout(Duration.ofDays(1), Tasks.yieldNow()));
    assertThatThrownBy(
            () ->
                runtime.blockOn(
                    Tasks.timeout(
                        Duration.ofDays(1), Futures.failed(new IllegalStateException("no")))))
        .hasRootCauseMessage("no");
    assertThat(runtime.dump().nextTimer()).isEmpty();
  }

  @Test
  void a_hundred_thousand_timers_that_are_cancelled_are_gone_and_the_one_that_is_not_fires(
      AsyncRuntime runtime, ManualClock clock) throws InterruptedException {
    List<JoinHandle<Unit>> sleepers = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      sleepers.add(runtime.spawn(Tasks.sleep(Duration.ofMillis(1 + i * 7_919L % 100_000))));
    }
    runtime.blockOn(Tasks.yieldNow());
    JoinHandle<Unit> kept = sleepers.remove(50_000);
    sleepers.forEach(JoinHandle::abort);
    runtime.blockOn(Tasks.yieldNow());
    assertThat(sleepers).allMatch(JoinHandle::isFinished);
    clock.advance(Duration.ofSeconds(101));
    runtime.blockOn(kept);
    assertThat(runtime.dump().nextTimer()).isEmpty();
  }

  @OnScheduler("lab")
  @Test
  void a_hundred_thousand_sleeps_end_in_the_order_of_their_times(AsyncRuntime runtime)
      throws InterruptedException {
    List<Integer> ended = new ArrayList<>();
    List<Future<Unit>> sleeps = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      int millis = (int) (i * 7_919L % 100_000);
      sleeps.add(
          Futures.map(
              Tasks.sleep(Duration.ofMillis(millis)),
              unit -> {
                ended.add(millis);
                return unit;
              }));
    }
    runtime.blockOn(Futures.joinAll(sleeps));
    assertThat(ended).hasSize(100_000).isSorted();
  }

  // ---- Intervals

  @Test
  void a_reset_moves_the_ticks_and_one_that_is_awaited_keeps_its_time(
      AsyncRuntime runtime, ManualClock clock) throws InterruptedException {
    Interval interval = Tasks.interval(Duration.ofMillis(100));
    assertThat(runtime.blockOn(interval.tick())).isEqualTo(Instant.EPOCH);
    JoinHandle<Instant> awaited = runtime.spawn(interval.tick());
    runtime.blockOn(Tasks.yieldNow());
    clock.advance(Duration.ofMillis(50));
    runtime.blockOn(
        _ -> {
          interval.reset();
          return Poll.ready();
        });
    clock.advance(Duration.ofMillis(50));
    assertThat(runtime.blockOn(awaited)).isEqualTo(Instant.EPOCH.plusMillis(100));
    assertThatThrownBy(interval::reset)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("there is no current runtime");
  }

  @Test
  void a_tick_that_loses_a_select_is_not_lost(AsyncRuntime runtime, ManualClock clock)
      throws InterruptedException {
    Interval interval = Tasks.intervalFrom(Instant.EPOCH.plusMillis(10), Duration.ofMillis(10));
    for (int i = 0; i < 5; i++) {
      runtime.blockOn(Futures.selectBiased(Futures.ready("other"), interval.tick()));
    }
    clock.advance(Duration.ofMillis(10));
    assertThat(runtime.blockOn(interval.tick())).isEqualTo(Instant.EPOCH.plusMillis(10));
  }

  @Test
  void each_way_with_missed_ticks_as_tokio_draws_it(AsyncRuntime runtime, ManualClock clock)
      throws InterruptedException {
    Duration period = Duration.ofMillis(100);
    List<Interval> intervals = new ArrayList<>();
    for (MissedTicks each : MissedTicks.values()) {
      Interval interval = Tasks.interval(period).onMissed(each);
      runtime.blockOn(interval.tick());
      intervals.add(interval);
    }
    clock.advance(Duration.ofMillis(350));
    List<List<Long>> ticks = new ArrayList<>();
    for (Interval interval : intervals) {
      List<Long> its = new ArrayList<>();
      its.add(runtime.blockOn(interval.tick()).toEpochMilli());
      ticks.add(its);
    }
    clock.advance(Duration.ofMillis(100)); // Now it is 450 ms.
    for (int i = 0; i < intervals.size(); i++) {
      ticks.get(i).add(runtime.blockOn(intervals.get(i).tick()).toEpochMilli());
    }
    assertThat(List.of(MissedTicks.values()))
        .containsExactly(MissedTicks.BURST, MissedTicks.DELAY, MissedTicks.SKIP);
    assertThat(ticks)
        .containsExactly(List.of(100L, 200L), List.of(100L, 450L), List.of(100L, 400L));
  }

  @Test
  void an_interval_taken_as_a_stream_stops_its_timer_when_it_is_let_go(
      AsyncRuntime runtime, ManualClock clock) throws InterruptedException {
    JoinHandle<List<Instant>> ticks =
        runtime.spawn(Streams.from(Tasks.interval(Duration.ofSeconds(1))).take(100).toList());
    runtime.blockOn(Tasks.yieldNow());
    assertThat(runtime.dump().nextTimer()).contains(Duration.ofSeconds(1));
    ticks.abort();
    runtime.blockOn(Tasks.yieldNow());
    assertThat(runtime.dump().nextTimer()).isEmpty();
  }
}
