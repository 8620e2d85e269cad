package dev.wakerobin.tutorial.chapter08;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.TaskId;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Chapter08Test {
  private static final String SCHEDULERS = "dev.wakerobin.runtime.AsyncRuntime#availableSchedulers";

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void the_staircase_takes_all_times_together_and_the_fan_hardly_more_than_one(String scheduler) {
    assertThat(Reading.of("run", "8", "--scheduler", scheduler).lines())
        .containsSubsequence("staircase: 80.0 ms", "fan: 35.0 ms", "buffered(2): 45.0 ms");
  }

  @Test
  void one_two_and_four_are_cooked_at_the_same_time() throws Exception {
    assertThat(mostAtOnce(Kitchen.staircase())).isEqualTo(1);
    assertThat(mostAtOnce(Kitchen.twoAtATime())).isEqualTo(2);
    assertThat(mostAtOnce(Kitchen.fan())).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource(SCHEDULERS)
  void a_stream_computes_what_it_is_asked_for_and_nothing_ahead(String scheduler) {
    assertThat(Reading.of("run", "8", "--scheduler", scheduler).lines())
        .containsSubsequence(
            "the stream is made         computed: 0",
            "PT1H later                 computed: 0",
            "taken: 0                   computed: 1",
            "taken: 2                   computed: 4",
            "taken: 8                   computed: 7",
            "taken: 34                  computed: 10",
            "PT1H later                 computed: 10",
            "buffered(3), taken: 0      computed: 3");
  }

  /// A timer rings when its time has come or later, so no machine is too slow for this.
  @Test
  void in_real_time_the_staircase_takes_at_least_all_times_together() {
    Reading reading = Reading.of("run", "8", "--real");
    assertThat(reading.err()).isEmpty();
    assertThat(reading.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(60));
    assertThat(reading.number("^staircase: (\\d+)")).isGreaterThanOrEqualTo(80);
    assertThat(reading.number("^fan: (\\d+)")).isGreaterThanOrEqualTo(35);
    assertThat(reading.lines())
        .containsSubsequence(
            "the stream is made         computed: 0", "PT0.1S later               computed: 0");
  }

  private static int mostAtOnce(Future<Unit> outer) throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = Stage.byDefault().openLab(recorder)) {
      runtime.blockOn(outer);
    }
    Trace trace = recorder.trace().check();
    Set<TaskId> cooking = new HashSet<>();
    int most = 0;
    for (Event event : trace.events()) {
      if (event instanceof Event.Spawned spawned && !spawned.task().name().isEmpty()) {
        cooking.add(spawned.task());
      } else if (event instanceof Event.PollEnded ended
          && ended.result() == Event.PollResult.READY) {
        cooking.remove(ended.task());
      }
      most = Math.max(most, cooking.size());
    }
    assertThat(trace.tasks()).hasSize(5);
    return most;
  }
}
