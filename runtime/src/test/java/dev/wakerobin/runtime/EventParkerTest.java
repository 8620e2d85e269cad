package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The permit. Who watches the timers is in `EventWatchTest`.
class EventParkerTest {
  private final RuntimeClock clock = new RuntimeClock(Clock.manual());
  private final Trace trace = new Trace();
  private final EventWatch watch = Seams.watch(clock, Seams.timers(clock));
  private final EventParker parker =
      new EventParker(
          watch, new Instruments(List.of(trace), clock, _ -> {}, null, MemoryOfTasks.NONE));

  @Test
  void an_unpark_that_comes_first_is_not_lost() {
    parker.unpark();
    parker.park();
    assertThat(trace.take()).as("who has a permit does not sleep").isEmpty();
  }

  @Test
  void however_often_it_was_given_there_is_one_permit() {
    parker.unpark();
    parker.unpark();
    parker.park();
    Sleeper sleeper = new Sleeper("sleeper", parker);
    sleeper.parkAndAwait();
    assertThat(sleeper.isBack()).isFalse();
    parker.unpark();
    sleeper.awaitBack();
  }

  @Test
  void an_unpark_wakes_whoever_is_parked() {
    Sleeper sleeper = new Sleeper("sleeper", parker);
    for (int i = 0; i < 10; i++) {
      sleeper.parkAndAwait();
      parker.unpark();
      sleeper.awaitBack();
    }
    assertThat(trace.take()).startsWith("parked -1", "unparked -1", "parked -1").hasSize(20);
  }

  @Test
  void a_permit_given_while_it_wakes_up_is_taken_with_the_waking() {
    Sleeper sleeper = new Sleeper("sleeper", parker);
    sleeper.parkAndAwait();
    parker.unpark();
    sleeper.awaitBack();
    sleeper.parkAndAwait();
    assertThat(sleeper.isBack()).isFalse();
    parker.unpark();
    sleeper.awaitBack();
  }

  @Test
  void an_interrupt_ends_the_sleep_and_stays() {
    Sleeper sleeper = new Sleeper("sleeper", parker);
    sleeper.parkAndAwait();
    sleeper.thread.interrupt();
    sleeper.awaitBack();
    assertThat(sleeper.sawInterrupt()).isTrue();
    assertThat(parker.isParked()).isFalse();
  }

  @Test
  void who_is_interrupted_already_does_not_sleep() {
    Thread.currentThread().interrupt();
    parker.park();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_limited_sleep_ends_by_itself_also_on_a_clock_that_stands() {
    parker.parkNanos(1_000_000);
    parker.parkNanos(0);
    parker.parkNanos(-1);
    assertThat(trace.take()).hasSize(6);
    parker.unpark();
    parker.parkNanos(Long.MAX_VALUE);
    assertThat(trace.take()).isEmpty();
  }

  /// The idler's half of rule S6: looks for work, then parks. The submitter's: work, then unpark.
  @Test
  void no_unpark_is_lost_on_one_who_is_about_to_park() {
    AtomicInteger work = new AtomicInteger();
    AtomicInteger slept = new AtomicInteger();
    Race.of(
        20_000,
        round -> {
          while (work.get() <= round) {
            slept.getAndIncrement();
            parker.park();
          }
        },
        round -> {
          if (round % 16 == 0) {
            Patience.await("the idler to sleep", parker::isParked);
          }
          work.getAndIncrement();
          parker.unpark();
        },
        _ -> {});
    assertThat(slept.get()).as("how often it did go to sleep").isPositive();
  }
}
