package dev.wakerobin.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final TaskId MAIN = new TaskId(1, "main");
  private static final TaskId WORK = new TaskId(2, "work");
  private static final TaskId UNNAMED = new TaskId(3, "");

  private final Timeline timeline = new Timeline();

  @Test
  void each_task_has_a_lane_and_each_event_a_line() {
    timeline.on(new Event.Spawned(1_000, MAIN, Optional.empty(), Event.NO_WORKER));
    timeline.on(new Event.Woken(1_000, MAIN, new Cause.Spawn(), Event.NO_WORKER));
    timeline.on(new Event.PollStarted(2_000, MAIN, 0));
    timeline.on(new Event.Spawned(3_000, WORK, Optional.empty(), 0));
    timeline.on(new Event.PollStarted(4_000, WORK, 1));
    timeline.on(new Event.Woken(5_000, WORK, new Cause.Task(WORK), Event.NO_WORKER));
    timeline.on(new Event.PollEnded(6_000, MAIN, 0, PollResult.PENDING));
    timeline.on(new Event.PollEnded(7_000, WORK, 1, PollResult.THREW));
    timeline.on(new Event.Woken(8_000, MAIN, new Cause.Task(WORK), Event.NO_WORKER));
    timeline.on(new Event.Cancelled(9_000, MAIN, 0));
    assertThat(drawn("main", "work"))
        .isEqualTo(
            """
                  ms  main                     work
               0.000  spawned
               0.001  ┌ polled by worker 0
               0.002  │                        spawned
               0.003  │                        ┌ polled by worker 1
               0.004  │                        │ woken by itself
               0.005  └ pending                │
               0.006                           └ threw
               0.007  woken by work
               0.008  cancelled
            """);
  }

  @Test
  void it_says_who_rang() {
    timeline.on(new Event.Woken(0, MAIN, new Cause.Timer(), Event.NO_WORKER));
    timeline.on(new Event.Woken(1, MAIN, new Cause.Abort(), Event.NO_WORKER));
    timeline.on(new Event.Woken(2, MAIN, new Cause.Task(UNNAMED), Event.NO_WORKER));
    timeline.on(new Event.Woken(3, MAIN, new Cause.ForeignThread("bell"), Event.NO_WORKER));
    assertThat(drawn("main"))
        .containsSubsequence(
            "woken by a timer\n", "told to end\n", "woken by task 3\n", "woken by thread bell\n");
  }

  @Test
  void events_of_several_threads_are_put_in_order() {
    timeline.on(new Event.PollEnded(2_000, MAIN, 0, PollResult.READY));
    timeline.on(new Event.PollStarted(1_000, MAIN, 0));
    assertThat(drawn("main")).containsSubsequence("┌ polled", "└ ready");
  }

  @Test
  void a_long_pause_is_drawn_and_tasks_not_asked_for_are_not() {
    timeline.on(new Event.Spawned(0, MAIN, Optional.empty(), 0));
    timeline.on(new Event.Spawned(1, UNNAMED, Optional.empty(), 0));
    timeline.on(new Event.WorkerStarted(2, 0, "worker"));
    timeline.on(new Event.Cancelled(12_000_000, MAIN, 0));
    assertThat(drawn("main"))
        .isEqualTo(
            """
                  ms  main
               0.000  spawned
                   ⋮
              12.000  cancelled
            """);
  }

  @Test
  void words_that_do_not_fit_are_cut() {
    timeline.on(
        new Event.Woken(0, MAIN, new Cause.ForeignThread("t".repeat(100)), Event.NO_WORKER));
    assertThat(drawn("main").lines()).allSatisfy(l -> assertThat(l).hasSizeLessThan(61));
  }

  @Test
  void without_events_there_is_only_the_head() {
    assertThat(drawn("main")).isEqualTo("      ms  main\n");
  }

  private String drawn(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    timeline.draw(out, names);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
