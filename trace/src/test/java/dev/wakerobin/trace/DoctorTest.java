package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import dev.wakerobin.trace.Diagnosis.Symptom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final TaskId ONE = new TaskId(1, "one");
  private static final TaskId TWO = new TaskId(2, "two");
  private static final Cause SPAWN = new Cause.Spawn();
  private static final Cause TIMER = new Cause.Timer();

  private static EventLog bothSpawned() {
    return new EventLog()
        .started(0)
        .spawned(ONE, 0)
        .woken(ONE, SPAWN, 0)
        .spawned(TWO, 0)
        .woken(TWO, SPAWN, 0);
  }

  private static EventLog oneSpawned() {
    return new EventLog().started(0).spawned(ONE, 0).woken(ONE, SPAWN, 0);
  }

  @Test
  void a_healthy_trace_has_no_diagnosis() {
    assertThat(Doctor.examine(Stories.yieldingAndSleeping())).isEmpty();
  }

  @Test
  void a_task_that_never_gives_way_is_told_with_the_length_and_who_waited() {
    Trace trace =
        bothSpawned()
            .begins(ONE, 0)
            .passing(12_000_000)
            .ends(ONE, 0, PollResult.READY)
            .begins(TWO, 0)
            .ends(TWO, 0, PollResult.READY)
            .trace();
    assertThat(Doctor.examine(trace))
        .extracting(Diagnosis::toString)
        .containsExactly(
            "never yielded: task 1 'one' was polled once, from tick 5 on, for 12 ms, and never"
                + " answered pending; task 2 'two' was ready meanwhile, and waited");
  }

  @Test
  void a_task_that_gives_way_at_other_times_has_a_long_poll_instead() {
    Trace trace =
        oneSpawned()
            .begins(ONE, 0)
            .passing(12_000_000)
            .ends(ONE, 0, PollResult.PENDING)
            .woken(ONE, TIMER, 0)
            .begins(ONE, 0)
            .ends(ONE, 0, PollResult.READY)
            .trace();
    assertThat(Doctor.examine(trace))
        .extracting(Diagnosis::toString)
        .containsExactly(
            "long poll: task 1 'one' was polled for 12 ms without a pause, from tick 3 on; nobody"
                + " waited for it");
  }

  @Test
  void a_poll_that_has_not_ended_when_the_trace_stops_never_yielded_so_far() {
    Trace trace = bothSpawned().begins(ONE, 0).passing(50_000_000).woken(TWO, TIMER, 0).trace();
    assertThat(Doctor.examine(trace))
        .extracting(Diagnosis::toString)
        .first()
        .isEqualTo(
            "never yielded: task 1 'one' was polled once, from tick 5 on, and it still lasts after"
                + " 50 ms, and never answered pending; task 2 'two' was ready meanwhile, and"
                + " waited");
  }

  @Test
  void a_task_that_was_told_to_end_before_its_first_poll_is_no_unpolled_future() {
    EventLog spawned = oneSpawned();
    assertThat(Doctor.examine(spawned.trace()))
        .extracting(Diagnosis::toString)
        .containsExactly(
            "unpolled future: task 1 'one' was spawned at tick 1 and never polled: nothing of it"
                + " was done");
    assertThat(Doctor.examine(spawned.woken(ONE, new Cause.Abort(), 0).trace()))
        .extracting(Diagnosis::symptom)
        .containsExactly(Symptom.UNANSWERED_WAKE);
  }

  @Test
  void what_is_long_can_be_said() {
    Trace trace =
        oneSpawned().begins(ONE, 0).passing(50_000).ends(ONE, 0, PollResult.READY).trace();
    assertThat(Doctor.examine(trace)).isEmpty();
    assertThat(Doctor.examine(trace, Duration.ofNanos(20_000)))
        .singleElement()
        .satisfies(d -> assertThat(d.finding()).endsWith("nobody waited for it"));
    assertThatThrownBy(() -> Doctor.examine(trace, Duration.ZERO))
        .hasMessage("a long poll takes some time, and not PT0S");
  }

  @Test
  void of_each_task_the_longest_poll_is_told() {
    EventLog log = oneSpawned();
    for (int millis : new int[] {11, 30, 20}) {
      log.begins(ONE, 0)
          .passing(millis * 1_000_000L)
          .ends(ONE, 0, PollResult.PENDING)
          .woken(ONE, TIMER, 0);
    }
    Trace trace = log.begins(ONE, 0).ends(ONE, 0, PollResult.READY).trace();
    assertThat(Doctor.examine(trace))
        .singleElement()
        .satisfies(d -> assertThat(d.finding()).contains("30 ms").contains("from tick 6 on"));
  }

  @Test
  void a_task_that_rings_its_own_bell_a_thousand_times_in_a_row_is_a_storm() {
    assertThat(Doctor.examine(ringing(Doctor.STORM - 1))).isEmpty();
    assertThat(Doctor.examine(ringing(Doctor.STORM)))
        .extracting(Diagnosis::toString)
        .containsExactly(
            "storm of self wakes: task 1 'one' rang its own bell 1,000 times in a row, from tick 4"
                + " on");
  }

  private static Trace ringing(int times) {
    EventLog log = oneSpawned();
    for (int i = 0; i < times; i++) {
      log.begins(ONE, 0).woken(ONE, new Cause.Task(ONE), 0).ends(ONE, 0, PollResult.PENDING);
    }
    return log.begins(ONE, 0).ends(ONE, 0, PollResult.READY).trace();
  }

  @Test
  void a_task_that_others_overtake_again_and_again_is_starved() {
    EventLog log = bothSpawned();
    for (int i = 0; i < 300; i++) {
      log.begins(ONE, 0).ends(ONE, 0, PollResult.PENDING).woken(ONE, TIMER, 0);
    }
    Trace trace =
        log.begins(TWO, 0)
            .ends(TWO, 0, PollResult.READY)
            .begins(ONE, 0)
            .ends(ONE, 0, PollResult.READY)
            .trace();
    assertThat(Doctor.examine(trace))
        .extracting(Diagnosis::toString)
        .containsExactly(
            "starved task: task 2 'two' was woken at tick 4, and 300 polls of others began before"
                + " its own");
  }

  @Test
  void who_sleeps_at_the_end_who_never_began_and_who_was_woken_in_vain_are_told_apart() {
    Trace trace = bothSpawned().begins(ONE, 0).ends(ONE, 0, PollResult.PENDING).trace();
    assertThat(Doctor.examine(trace))
        .extracting(Diagnosis::toString)
        .containsExactly(
            "lost waker: task 1 'one' sleeps from tick 6 on, and nobody rang its bell",
            "unpolled future: task 2 'two' was spawned at tick 3 and never polled: nothing of it was"
                + " done");
    Trace woken =
        oneSpawned().begins(ONE, 0).ends(ONE, 0, PollResult.PENDING).woken(ONE, TIMER, 0).trace();
    assertThat(Doctor.examine(woken))
        .extracting(Diagnosis::toString)
        .containsExactly(
            "unanswered wake: task 1 'one' was woken at tick 5, and not polled after that");
  }

  @Test
  void each_symptom_comes_with_advice() {
    for (Symptom symptom : Symptom.values()) {
      assertThat(symptom.advice()).endsWith(".");
    }
  }
}
