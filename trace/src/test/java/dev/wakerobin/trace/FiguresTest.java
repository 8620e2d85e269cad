package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final TaskId MAIN = new TaskId(1, "");
  private static final TaskId YIELDS = new TaskId(2, "yields");
  private static final TaskId SLEEPS = new TaskId(3, "sleeps");

  private final Trace story = Stories.yieldingAndSleeping();
  private final Figures nanos = story.figures();
  private final Figures ticks = story.figures(Axis.TICKS);

  @Test
  void polls_are_counted_and_measured_along_either_axis() {
    nanos.polls().is(8);
    nanos.polls(YIELDS).is(3);
    nanos.longestPoll().is(110_000).isAtMost(Duration.ofNanos(110_000));
    ticks.longestPoll().is(5);
    nanos.longestPoll(MAIN).is(10_000);
    assertThat(nanos.pollsPerTask()).isEqualTo(Map.of(MAIN, 3, YIELDS, 3, SLEEPS, 2));
  }

  @Test
  void waiting_is_measured_from_a_wake_to_the_poll_it_led_to() {
    // Eight wakes: 0, 0, 20, 10, 10, 0, 10 and 0 microseconds.
    nanos.longestWait().is(20_000);
    nanos.waitAtShare(0.5).is(0);
    nanos.waitAtShare(0.75).is(10_000);
    ticks.longestWait().is(5);
    nanos.mostPollsWaited().is(1);
    assertThatThrownBy(() -> nanos.waitAtShare(0))
        .hasMessage("a share is above 0 and at most 1, and this is 0.0");
  }

  @Test
  void self_wakes_are_counted_in_a_row_too() {
    nanos.selfWakes().is(2);
    nanos.mostSelfWakesInARow().is(2);
  }

  @Test
  void steals_and_parks_are_counted() {
    Trace trace = new EventLog().started(0).stole(0, 3, 1).stole(0, 4, 1).parked(0).trace();
    trace.figures().steals().is(2);
    trace.figures().stolenTasks().is(7);
    trace.figures().parks().isAtLeast(1);
  }

  @Test
  void a_figure_that_is_not_as_it_should_be_says_what_it_is_and_where() {
    assertThatThrownBy(() -> nanos.longestPoll().isAtMost(Duration.ofNanos(50_000)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "longest poll: 110 µs (task 2 'yields' on worker 0, from tick 17); it should be at most"
                + " 50 µs");
    assertThatThrownBy(() -> nanos.steals().isAtLeast(1))
        .hasMessage("steals: 0; it should be at least 1");
    assertThatThrownBy(() -> nanos.polls().is(9)).hasMessage("polls: 8; it should be just 9");
  }

  @Test
  void who_sleeps_at_the_end_and_who_was_woken_in_vain_are_named() {
    EventLog log = spawned(MAIN, YIELDS, SLEEPS);
    log.begins(MAIN, 0).ends(MAIN, 0, PollResult.PENDING);
    log.begins(YIELDS, 0).ends(YIELDS, 0, PollResult.READY);
    Figures figures = log.trace().figures();
    assertThat(figures.asleep()).containsExactly(MAIN);
    assertThat(figures.unanswered()).containsExactly(SLEEPS);
    assertThatThrownBy(figures::hasNoLostWake)
        .hasMessage(
            "at the end nobody had woken [task 1]; woken and not polled were [task 3 'sleeps']");
    assertThatCode(nanos::hasNoLostWake).doesNotThrowAnyException();
  }

  @Test
  void who_was_cancelled_asleep_still_counts_as_asleep_and_who_was_aborted_does_not() {
    EventLog log = spawned(MAIN, YIELDS);
    log.begins(MAIN, 0).ends(MAIN, 0, PollResult.PENDING).cancelled(MAIN, -1);
    log.begins(YIELDS, 0).ends(YIELDS, 0, PollResult.PENDING);
    log.woken(YIELDS, new Cause.Abort(), 0).cancelled(YIELDS, 0);
    assertThat(log.trace().figures().asleep()).containsExactly(MAIN);
  }

  @Test
  void one_who_waits_for_a_poll_that_does_not_come_is_starved() {
    EventLog log = spawned(MAIN, YIELDS);
    for (int i = 0; i < 10; i++) {
      log.begins(MAIN, 0).woken(MAIN, new Cause.Task(MAIN), 0).ends(MAIN, 0, PollResult.PENDING);
    }
    Figures figures = log.trace().figures(Axis.TICKS);
    figures.mostPollsWaited().is(10);
    figures.longestWait().is(30);
    figures.mostSelfWakesInARow().is(10);
  }

  @Test
  void of_an_empty_trace_everything_is_zero() {
    Figures none = Trace.of(List.of()).figures();
    List.of(none.polls(), none.longestPoll(), none.longestWait(), none.mostPollsWaited())
        .forEach(figure -> figure.is(0));
    assertThat(none.toString()).contains("polls: 0");
  }

  private static EventLog spawned(TaskId... tasks) {
    EventLog log = new EventLog().started(0);
    for (TaskId task : tasks) {
      log.spawned(task, 0).woken(task, new Cause.Spawn(), 0);
    }
    return log;
  }
}
