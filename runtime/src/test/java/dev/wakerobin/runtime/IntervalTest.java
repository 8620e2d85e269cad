package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The courses of time and what is to tick in them are those of Tokio's tests of `interval`.
class IntervalTest {
  private final Rig rig = Rig.create();
  private final Instant start = rig.runtime.now();

  @AfterEach
  void close() {
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void burst_catches_up_with_what_was_missed() {
    Interval interval = Tasks.intervalFrom(start, ms(300));
    assertThat(interval.onMissed()).isEqualTo(MissedTicks.BURST);
    assertThat(ticksAfter(interval, 0)).containsExactly(0L);
    assertThat(ticksAfter(interval, 100)).isEmpty();
    assertThat(ticksAfter(interval, 200)).containsExactly(300L);
    assertThat(ticksAfter(interval, 650)).containsExactly(600L, 900L);
    assertThat(ticksAfter(interval, 200)).isEmpty();
    assertThat(ticksAfter(interval, 100)).containsExactly(1200L);
    assertThat(ticksAfter(interval, 250)).containsExactly(1500L);
    assertThat(ticksAfter(interval, 300)).containsExactly(1800L);
  }

  @Test
  void delay_goes_on_a_period_after_the_late_tick() {
    Interval interval = Tasks.intervalFrom(start, ms(300)).onMissed(MissedTicks.DELAY);
    assertThat(ticksAfter(interval, 0)).containsExactly(0L);
    assertThat(ticksAfter(interval, 100)).isEmpty();
    assertThat(ticksAfter(interval, 200)).containsExactly(300L);
    assertThat(ticksAfter(interval, 650)).containsExactly(600L);
    assertThat(ticksAfter(interval, 100)).isEmpty();
    assertThat(ticksAfter(interval, 199)).isEmpty();
    assertThat(ticksAfter(interval, 1)).containsExactly(1250L);
    assertThat(ticksAfter(interval, 300)).containsExactly(1550L);
    assertThat(ticksAfter(interval, 300)).containsExactly(1850L);
  }

  @Test
  void skip_leaves_out_what_was_missed_and_keeps_the_rhythm() {
    Interval interval = Tasks.intervalFrom(start, ms(300)).onMissed(MissedTicks.SKIP);
    assertThat(ticksAfter(interval, 0)).containsExactly(0L);
    assertThat(ticksAfter(interval, 100)).isEmpty();
    assertThat(ticksAfter(interval, 200)).containsExactly(300L);
    assertThat(ticksAfter(interval, 650)).containsExactly(600L);
    assertThat(ticksAfter(interval, 249)).isEmpty();
    assertThat(ticksAfter(interval, 1)).containsExactly(1200L);
    assertThat(ticksAfter(interval, 300)).containsExactly(1500L);
    assertThat(ticksAfter(interval, 300)).containsExactly(1800L);
  }

  @Test
  void a_tick_up_to_5_ms_late_is_not_missed_and_delays_nothing() {
    Interval interval = Tasks.intervalFrom(start, ms(300)).onMissed(MissedTicks.DELAY);
    assertThat(ticksAfter(interval, 5)).containsExactly(0L);
    assertThat(ticksAfter(interval, 294)).isEmpty();
    assertThat(ticksAfter(interval, 7)).containsExactly(300L); // 6 ms late: 606 is the next.
    assertThat(ticksAfter(interval, 299)).isEmpty();
    assertThat(ticksAfter(interval, 1)).containsExactly(606L);
  }

  @Test
  void ticks_closer_than_5_ms_are_skipped_too() {
    Interval interval = Tasks.intervalFrom(start, ms(1)).onMissed(MissedTicks.SKIP);
    assertThat(ticksAfter(interval, 0)).containsExactly(0L);
    assertThat(ticksAfter(interval, 4)).containsExactly(1L);
    assertThat(ticksAfter(interval, 1)).containsExactly(5L);
  }

  @Test
  void a_reset_counts_from_now() {
    Interval interval = Tasks.intervalFrom(start, ms(300));
    assertThat(ticksAfter(interval, 0)).containsExactly(0L);
    assertThat(ticksAfter(interval, 100)).isEmpty();
    assertThat(ticksAfter(interval, 200)).containsExactly(300L);
    rig.clock.advance(ms(100));
    run(
        _ -> {
          interval.reset();
          return Poll.ready();
        });
    assertThat(ticksAfter(interval, 250)).isEmpty();
    assertThat(ticksAfter(interval, 50)).containsExactly(700L);
    assertThat(ticksAfter(interval, 300)).containsExactly(1000L);
  }

  @Test
  void without_a_start_the_first_tick_comes_with_the_first_poll() {
    Interval interval = Tasks.interval(ms(10));
    rig.clock.advance(ms(7));
    assertThat(ticksAfter(interval, 0)).containsExactly(7L);
    assertThat(ticksAfter(interval, 10)).containsExactly(17L);
  }

  @Test
  void a_start_that_is_still_to_come_is_waited_for() {
    Interval interval = Tasks.intervalFrom(start.plusMillis(50), ms(10));
    assertThat(ticksAfter(interval, 49)).isEmpty();
    assertThat(ticksAfter(interval, 1)).containsExactly(50L);
  }

  @Test
  void a_tick_after_the_end_of_time_is_one_that_never_comes() {
    for (MissedTicks each : MissedTicks.values()) {
      Interval interval =
          Tasks.intervalFrom(start, Duration.ofSeconds(Long.MAX_VALUE)).onMissed(each);
      rig.clock.advance(ms(100));
      assertThat(ticksAfter(interval, 0)).containsExactly(0L);
      assertThat(ticksAfter(interval, 1_000_000)).isEmpty();
    }
  }

  @Test
  void a_period_has_to_be_above_zero() {
    assertThatThrownBy(() -> Tasks.interval(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an interval needs a period above zero, and this is PT0S");
    assertThatThrownBy(() -> Tasks.intervalFrom(start, ms(-1)))
        .hasMessage("an interval needs a period above zero, and this is PT-0.001S");
  }

  /// Lets that time pass, and then takes all ticks that can be had without waiting. What is waited
  /// for after them is cancelled, which loses none.
  private List<Long> ticksAfter(Interval interval, long millis) {
    rig.clock.advance(ms(millis));
    List<Long> ticks = new ArrayList<>();
    while (true) {
      JoinHandle<Instant> tick = run(interval.tick());
      if (!tick.isFinished()) {
        tick.abort();
        rig.runAll();
        return ticks;
      }
      Poll.Ready<Instant> due = (Poll.Ready<Instant>) ((TaskCell<Instant>) tick).result();
      ticks.add(Duration.between(start, due.value()).toMillis());
    }
  }

  private <T> JoinHandle<T> run(Future<T> future) {
    JoinHandle<T> handle = rig.spawn(future);
    rig.runAll();
    return handle;
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
