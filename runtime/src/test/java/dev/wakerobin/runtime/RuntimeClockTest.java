package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeClockTest {
  private final ManualClock manual = Clock.manual();

  @Test
  void it_counts_from_when_it_was_built() {
    manual.advance(Duration.ofHours(1));
    RuntimeClock clock = new RuntimeClock(manual);
    assertThat(clock.nanos()).isZero();
    manual.advance(Duration.ofNanos(5));
    assertThat(clock.nanos()).isEqualTo(5);
  }

  @Test
  void on_a_manual_clock_the_time_begins_at_the_epoch() {
    manual.advance(Duration.ofSeconds(3));
    RuntimeClock clock = new RuntimeClock(manual);
    assertThat(clock.now()).isEqualTo(Instant.ofEpochSecond(3));
    manual.advance(Duration.ofSeconds(4));
    assertThat(clock.now()).isEqualTo(Instant.ofEpochSecond(7));
  }

  @Test
  void on_the_system_clock_the_time_is_that_of_the_wall_and_goes_on() {
    Instant before = Instant.now();
    RuntimeClock clock = new RuntimeClock(Clock.system());
    Instant first = clock.now();
    assertThat(first).isBetween(before, Instant.now().plusMillis(1));
    Instant last = first;
    for (int i = 0; i < 1000; i++) {
      Instant now = clock.now();
      assertThat(now).isAfterOrEqualTo(last);
      last = now;
    }
  }

  @Test
  void instants_and_nanoseconds_are_two_words_for_one_moment() {
    manual.advance(Duration.ofDays(1));
    RuntimeClock clock = new RuntimeClock(manual);
    for (long nanos : new long[] {0, 1, 999_999_999_999L, -1, Long.MAX_VALUE}) {
      assertThat(clock.nanosAt(clock.instantAt(nanos))).isEqualTo(nanos);
    }
  }

  @Test
  void beyond_292_years_is_never() {
    RuntimeClock clock = new RuntimeClock(manual);
    assertThat(clock.nanosAt(Instant.MAX)).isEqualTo(Timers.NEVER);
    assertThat(clock.nanosAt(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void a_thread_sleeps_until_a_deadline_on_the_system_clock_and_for_ever_on_one_that_stands() {
    RuntimeClock system = new RuntimeClock(Clock.system());
    assertThat(system.realNanosUntil(system.nanos() + 1_000_000_000_000L))
        .isBetween(900_000_000_000L, 1_000_000_000_000L);
    assertThat(system.realNanosUntil(0)).isZero();
    assertThat(system.realNanosUntil(Timers.NEVER)).isEqualTo(Timers.NEVER);
    RuntimeClock standing = new RuntimeClock(manual);
    assertThat(standing.realNanosUntil(1)).isEqualTo(Long.MAX_VALUE);
    assertThat(standing.realNanosUntil(0)).isZero();
    assertThat(standing.realNanosUntil(Timers.NEVER)).isEqualTo(Timers.NEVER);
  }

  // ---- The manual clock itself

  @Test
  void a_manual_clock_stands_until_it_is_moved_and_tells_those_who_listen() {
    List<Long> heard = new ArrayList<>();
    Runnable listener = () -> heard.add(manual.nanoTime());
    manual.onMove(listener);
    manual.advance(Duration.ofNanos(3));
    manual.advance(Duration.ZERO);
    manual.forget(listener);
    manual.advance(Duration.ofNanos(4));
    assertThat(heard).containsExactly(3L, 3L);
    assertThat(manual.nanoTime()).isEqualTo(7);
  }

  @Test
  void a_manual_clock_does_not_go_back_and_does_not_wrap() {
    assertThatThrownBy(() -> manual.advance(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time does not go back: the step is PT-0.000000001S");
    RuntimeClock clock = new RuntimeClock(manual);
    manual.advance(Duration.ofDays(365_000));
    manual.advance(Duration.ofDays(365_000));
    assertThat(manual.nanoTime()).isEqualTo(Long.MAX_VALUE);
    assertThat(clock.nanos()).isEqualTo(Long.MAX_VALUE);
  }
}
