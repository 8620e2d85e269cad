package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
  private static final TaskId MAIN = new TaskId(1, "main");
  private static final TaskId WORK = new TaskId(2, "work");
  private static final TaskId UNNAMED = new TaskId(3, "");

  private final EventLog log = new EventLog();

  @Test
  void each_task_has_a_lane_and_each_event_a_line() {
    log.spawned(MAIN, Event.NO_WORKER).woken(MAIN, new Cause.Spawn(), Event.NO_WORKER);
    log.begins(MAIN, 0).spawned(WORK, MAIN, 0).woken(WORK, new Cause.Spawn(), 0);
    log.begins(WORK, 1).woken(WORK, new Cause.Task(WORK), 1);
    log.ends(MAIN, 0, PollResult.PENDING).ends(WORK, 1, PollResult.THREW);
    log.woken(MAIN, new Cause.Task(WORK), 1).cancelled(MAIN, 0);
    assertThat(Ladder.of(log.trace(), "main", "work").columns(60).draw())
        .isEqualTo(
            """
                  ms  main                     work
               0.000  spawned
               0.002  ┌ polled by worker 0
               0.003  │                        spawned
               0.005  │                        ┌ polled by worker 1
               0.006  │                        │ woken by itself
               0.007  └ pending                │
               0.008                           └ threw
               0.009  woken by work
               0.010  cancelled
            """);
  }

  @Test
  void it_says_who_rang() {
    log.spawned(MAIN, 0).spawned(UNNAMED, 0);
    log.woken(MAIN, new Cause.Timer(), 0).woken(MAIN, new Cause.Abort(), 0);
    log.woken(MAIN, new Cause.Task(UNNAMED), 0).woken(MAIN, new Cause.BlockingCall("b"), -1);
    log.woken(MAIN, new Cause.ForeignThread("bell"), -1);
    assertThat(Ladder.of(log.trace(), "main").draw())
        .containsSubsequence(
            "woken by a timer\n",
            "told to end\n",
            "woken by task 3\n",
            "woken by a blocking call\n",
            "woken by thread bell\n");
  }

  @Test
  void a_long_pause_is_drawn_and_tasks_not_asked_for_are_not() {
    log.spawned(MAIN, 0).spawned(UNNAMED, 0).started(0).passing(11_997_000).cancelled(MAIN, 0);
    assertThat(Ladder.of(log.trace(), "main", "nobody").columns(40).draw())
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
    log.spawned(MAIN, 0).woken(MAIN, new Cause.ForeignThread("t".repeat(100)), -1);
    String picture = Ladder.of(log.trace(), "main").columns(60).draw();
    assertThat(picture.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(61));
  }

  @Test
  void without_events_there_is_only_the_head() {
    assertThat(Ladder.of(Trace.of(List.of()), "main").draw()).isEqualTo("      ms\n");
    assertThatThrownBy(() -> Ladder.of(log.trace()).columns(39))
        .hasMessage("a picture needs at least 40 columns, and this is 39");
  }
}
