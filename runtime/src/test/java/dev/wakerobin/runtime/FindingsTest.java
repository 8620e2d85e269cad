package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What a watchdog finds besides long polls.
class FindingsTest {
  private static final Duration THRESHOLD = Duration.ofMillis(100);

  private final List<Finding> findings = new ArrayList<>();

  private final Rig rig = Rig.with(it -> it.watchdog(THRESHOLD).instrument(teller(findings)));

  /// Notes what is found.
  static Instrument teller(List<Finding> findings) {
    return new Instrument() {
      @Override
      public void on(Event event) {}

      @Override
      public void found(Finding finding) {
        findings.add(finding);
      }
    };
  }

  // ---- Tasks that spin

  /// Wakes itself this often, with a millisecond for ten polls; at every so-many-th it just waits.
  private Probe<String> waker(int times, int waitsEvery) {
    AtomicInteger polls = new AtomicInteger();
    return Probe.of(
        context -> {
          int poll = polls.incrementAndGet();
          rig.clock.advance(Duration.ofNanos(100_000));
          if (poll % waitsEvery != 0 && poll < times) {
            context.waker().wake();
          }
          return Poll.pending();
        });
  }

  @Test
  void a_task_that_wakes_itself_in_every_poll_and_runs_alone_spins() {
    rig.spawn(waker(4_001, 1_000_000));
    rig.runAll();
    assertThat(findings).hasSize(3).allMatch(each -> each instanceof WakeStorm);
    WakeStorm storm = (WakeStorm) findings.getFirst();
    assertThat(storm.polls()).isEqualTo(1_000);
    assertThat(storm.within()).isEqualTo(Duration.ofMillis(100));
    assertThat(storm.message())
        .contains("was polled 1000 times within 100 ms")
        .contains("it spins");
    rig.close();
  }

  @Test
  void a_task_that_waits_now_and_then_does_not_spin() {
    Probe<String> probe = waker(1_000_000, 900);
    rig.spawn(probe);
    for (int i = 0; i < 10; i++) {
      rig.runAll();
      probe.waker().wake();
    }
    assertThat(findings).isEmpty();
    rig.close();
  }

  @Test
  void two_tasks_that_take_turns_do_not_spin() {
    rig.spawn(waker(3_000, 1_000_000));
    rig.spawn(waker(3_000, 1_000_000));
    rig.runAll();
    assertThat(findings).isEmpty();
    rig.close();
  }

  // ---- Wakers that were lost

  @Test
  void a_waker_that_is_dropped_while_its_task_waits_is_told_after_the_next_collection() {
    List<Finding> told = new ArrayList<>();
    try (Rig other =
        Rig.with(it -> it.watchdog(THRESHOLD).tracking(true).instrument(teller(told)))) {
      Probe<String> kept = Probe.waiting();
      other.runtime.spawn("kept", kept);
      other.runtime.spawn(
          "joins", other.runtime.spawn("sleeps", Tasks.sleep(THRESHOLD.multipliedBy(9_999))));
      other.runtime.spawn("lost", FindingsTest::forgetful);
      other.runAll();
      Patience.await(
          "the collector to notice",
          () -> {
            System.gc();
            other.clock.advance(Duration.ZERO);
            return !told.isEmpty();
          });
      other.clock.advance(Duration.ZERO);
      other.clock.advance(Duration.ZERO);
      assertThat(told).singleElement().isInstanceOf(LostWaker.class);
      assertThat(told.getFirst().message())
          .startsWith("task 4 'lost' waits at FindingsTest.forgetful (FindingsTest.java:")
          .contains("nobody holds its waker any more: it sleeps for ever");
      assertThat(kept.polls()).isEqualTo(1);
    }
  }

  private static Poll<String> forgetful(Context context) {
    context.waker();
    return Poll.pending();
  }
}
