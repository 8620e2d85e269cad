package dev.wakerobin.tutorial.chapter12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.runtime.Event;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.tutorial.Reading;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.Timelines;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class Chapter12Test {
  private static final List<Integer> WORKERS = List.of(1, 2, 3, 4, 8);

  @Test
  void small_tasks_spread_out_and_a_chain_does_not() throws Exception {
    for (int workers : List.of(1, 2, 4, 8)) {
      assertThat(millis(workers, Load.MANY)).isEqualTo(40 / workers);
      assertThat(millis(workers, Load.CHAIN)).isEqualTo(40);
    }
    assertThat(millis(4, Load.FAN)).isEqualTo(14);
    assertThat(List.of(millis(1, Load.GREEDY), millis(2, Load.GREEDY), millis(8, Load.GREEDY)))
        .containsExactly(40L, 20L, 20L);
  }

  @Test
  void behind_a_greedy_task_all_wait_on_one_worker_and_few_milliseconds_on_four() throws Exception {
    Chapter12.simulated(1, Load.GREEDY).figures().longestWait().isAtLeast(20_000_000);
    Chapter12.simulated(4, Load.GREEDY).figures().longestWait().isAtMost(Duration.ofMillis(10));
    Chapter12.simulated(4, Load.GREEDY).figures().steals().isAtLeast(1);
    Chapter12.simulated(1, Load.GREEDY).figures().steals().is(0);
  }

  /// What is laid out could have happened: nobody is in two polls at once, no task either, and none
  /// is polled before it was woken. And no worker is idle while a task could be polled.
  @ParameterizedTest
  @EnumSource(Load.class)
  void a_run_on_paper_could_have_happened(Load load) throws Exception {
    for (int workers : WORKERS) {
      Trace trace = Chapter12.simulated(workers, load);
      Map<Integer, Long> busyUntil = new HashMap<>();
      Map<Long, Long> polledUntil = new HashMap<>();
      long computed = 0;
      for (Event event : trace.events()) {
        switch (event) {
          case Event.PollStarted started -> {
            assertThat(busyUntil.getOrDefault(started.worker(), 0L))
                .isLessThanOrEqualTo(started.nanos());
            assertThat(polledUntil.getOrDefault(started.task().number(), 0L))
                .isLessThanOrEqualTo(started.nanos());
            busyUntil.put(started.worker(), Long.MAX_VALUE);
            computed -= started.nanos();
          }
          case Event.PollEnded ended -> {
            busyUntil.put(ended.worker(), ended.nanos());
            polledUntil.put(ended.task().number(), ended.nanos());
            computed += ended.nanos();
          }
          case Event.Spawned _,
              Event.Woken _,
              Event.Cancelled _,
              Event.Stole _,
              Event.WorkerStarted _,
              Event.WorkerStopped _,
              Event.Parked _,
              Event.Unparked _ -> {}
        }
      }
      assertThat(computed).as("as much as on one worker").isEqualTo(40_000_000);
      assertThat(trace.wakes())
          .allSatisfy(
              wake ->
                  assertThat(trace.at(wake.poll().orElseThrow()).nanos())
                      .isGreaterThanOrEqualTo(trace.at(wake.tick()).nanos()));
      assertThat(Chapter12.simulated(workers, load)).as("the same again").isEqualTo(trace);
    }
  }

  @Test
  void the_page_shows_the_figures() {
    assertThat(Reading.of("run", "12").lines())
        .containsSubsequence(
            "basic                           40.0      42       0    39.0",
            "work-stealing x 4               10.0      42       3     9.0",
            "workers                            1       2       4       8",
            "40 tasks of 1 ms                40.0    20.0    10.0     5.0",
            "a chain of 20, 2 ms each        40.0    40.0    40.0    40.0");
  }

  @Test
  void the_lab_runs_the_loads_itself_and_has_one_worker() {
    assertThat(Reading.of("run", "12", "--scheduler", "lab").lines())
        .filteredOn(line -> line.matches("lab +40\\.0 .*"))
        .hasSize(3);
  }

  /// One worker needs at least the time of all polls, however quick the machine.
  @Test
  void in_real_time_basic_takes_as_long_as_all_polls_together() throws Exception {
    Trace trace = Chapter12.recorded(Stage.byDefault().on("basic").inRealTime(), Load.MANY);
    assertThat(Timelines.length(trace)).isGreaterThanOrEqualTo(40_000_000);
    trace.figures().steals().is(0);
    Reading reading = Reading.of("run", "12", "--real", "--parallelism", "2");
    assertThat(reading.err()).isEmpty();
    assertThat(reading.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(60));
    assertThat(reading.number("^basic +([0-9,]+)\\.\\d ")).isGreaterThanOrEqualTo(40);
  }

  private static long millis(int workers, Load load) throws Exception {
    return Timelines.length(Chapter12.simulated(workers, load)) / 1_000_000;
  }
}
