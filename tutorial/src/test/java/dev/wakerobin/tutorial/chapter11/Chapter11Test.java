package dev.wakerobin.tutorial.chapter11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Chapter11Test {
  private static final String SCHEDULERS = "dev.wakerobin.runtime.AsyncRuntime#availableSchedulers";

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void the_innermost_is_cancelled_first_and_then_each_finally_runs_from_the_inside_out(
      String scheduler) {
    assertThat(lines(scheduler))
        .containsSequence(
            "at 10 ms: bed: cancel()",
            "at 10 ms: room: the key is back",
            "at 10 ms: room: the light is off",
            "at 10 ms: guest: leaves",
            "at 10 ms: host: not ready within PT0.01S");
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void a_scope_takes_its_children_down_before_it_throws(String scheduler) {
    List<String> lines = lines(scheduler);
    int breaks = lines.indexOf("at 10 ms: the drill breaks");
    assertThat(lines.subList(breaks + 1, breaks + 3))
        .containsExactlyInAnyOrder(
            "at 10 ms: the work of PT1H is put away", "at 10 ms: the work of PT2H is put away");
    assertThat(lines.get(breaks + 3))
        .matches("at 10 ms: the scope throws: task \\d 'drill' failed");
  }

  @Test
  void the_trace_shows_two_children_cancelled_and_one_that_threw() throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    Chapter11.team(nowhere, Stage.byDefault(), recorder);
    Trace trace = recorder.trace().check();
    assertThat(trace.events().stream().filter(Event.Cancelled.class::isInstance))
        .map(event -> ((Event.Cancelled) event).task())
        .extracting(TaskId::name)
        .containsExactlyInAnyOrder("saw", "paint");
    assertThat(trace.unfinished()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void a_token_lets_a_chair_be_finished_and_abort_does_not(String scheduler) {
    assertThat(lines(scheduler))
        .containsSubsequence(
            "at 12 ms: 3 chairs",
            "at 12 ms: its handle: ready",
            "at 10 ms: 2 chairs, and half a one",
            "at 10 ms: its handle: cancelled");
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void who_is_asleep_is_let_go_at_once_and_a_poll_goes_on_to_its_end(String scheduler) {
    assertThat(lines(scheduler))
        .containsSubsequence(
            "at 10 ms: the work of PT1H is put away",
            "at 10 ms: its handle: cancelled",
            "at 10 ms: reckoner: aborted, interrupted: false",
            "at 30 ms: reckoner: has reckoned, and goes to sleep",
            "at 30 ms: reckoner: finally",
            "at 30 ms: its handle: cancelled");
  }

  /// In real time the order is the same, at whatever time.
  @Test
  void in_real_time_the_reckoner_is_not_interrupted_either() {
    Reading reading = Reading.of("run", "11", "--real");
    assertThat(reading.err()).isEmpty();
    assertThat(reading.out())
        .containsPattern(
            "(?s)reckoner: aborted, interrupted: false.*reckoner: has reckoned.*"
                + "reckoner: finally.*its handle: cancelled");
  }

  private static List<String> lines(String scheduler) {
    return Reading.of("run", "11", "--scheduler", scheduler).lines();
  }
}
