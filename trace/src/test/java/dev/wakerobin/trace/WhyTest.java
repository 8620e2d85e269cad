package dev.wakerobin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.Event.Cause;
import dev.wakerobin.runtime.Event.PollResult;
import org.junit.jupiter.api.Test;

class WhyTest {
  private static final TaskId ONE = new TaskId(1, "one");
  private static final TaskId TWO = new TaskId(2, "two");

  private final Trace story = Stories.yieldingAndSleeping();

  @Test
  void a_chain_of_causes_leads_back_to_a_timer() {
    assertThat(story.why(story.pollAt(26)))
        .hasToString(
            """
            task 1 was polled on worker 0 at tick 26
              because task 3 'sleeps' rang at tick 25; that was polled on worker 0 at tick 23
              because a timer fired at tick 20""");
  }

  @Test
  void self_wakes_in_a_row_share_a_line() {
    Why why = story.why(story.pollAt(17));
    assertThat(why)
        .hasToString(
            """
            task 2 'yields' was polled on worker 0 at tick 17
              because task 2 'yields' woke itself 2 times, the last at tick 15; that was polled on \
            worker 0 at tick 9
              because task 1 spawned it at tick 5; that was polled on worker 0 at tick 3
              because it was spawned from outside at tick 1""");
    assertThat(why.links()).hasSize(4);
    assertThat(why.root().orElseThrow().tick()).isEqualTo(1);
  }

  @Test
  void of_a_long_chain_the_middle_is_left_out() {
    EventLog log = new EventLog().spawned(ONE, 0).woken(ONE, new Cause.Spawn(), 0);
    log.spawned(TWO, 0);
    for (int i = 0; i < 50; i++) {
      log.begins(ONE, 0).woken(TWO, new Cause.Task(ONE), 0).ends(ONE, 0, PollResult.PENDING);
      log.begins(TWO, 0).woken(ONE, new Cause.Task(TWO), 0).ends(TWO, 0, PollResult.PENDING);
    }
    Trace trace = log.trace();
    Why why = trace.why(trace.polls().getLast());
    assertThat(why.links()).hasSize(100);
    assertThat(why.toString().lines())
        .hasSize(12)
        .contains("  … and so on, through 90 more")
        .last()
        .isEqualTo("  because it was spawned from outside at tick 1");
  }

  @Test
  void a_cause_that_was_dropped_is_admitted() {
    Trace trace = Trace.of(99, new EventLog().begins(ONE, 0).events());
    assertThat(trace.why(trace.pollAt(99)))
        .hasToString(
            """
            task 1 'one' was polled on worker 0 at tick 99
              because of something that was dropped from the trace""");
    assertThat(trace.why(trace.pollAt(99)).root()).isEmpty();
    assertThatThrownBy(() -> trace.pollAt(98)).hasMessage("no poll begins at tick 98");
  }
}
