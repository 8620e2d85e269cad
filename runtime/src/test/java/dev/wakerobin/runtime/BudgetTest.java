package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rule R12: what is always ready is made to yield.
class BudgetTest {
  private static final int BUDGET = 128;

  private final Rig rig = Rig.create();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_task_that_could_go_on_for_ever_yields_after_128_operations() {
    List<Integer> operations = new ArrayList<>();
    JoinHandle<String> handle = rig.spawn(doing(1000, operations));
    JoinHandle<String> other = rig.spawn(Probe.ready("other"));
    rig.scheduler.runNext();
    assertThat(handle.isFinished()).isFalse();
    rig.scheduler.runNext();
    assertThat(other.isFinished()).as("the others come in between").isTrue();
    rig.runAll();
    assertThat(handle.isFinished()).isTrue();
    assertThat(operations)
        .containsExactly(BUDGET, BUDGET, BUDGET, BUDGET, BUDGET, BUDGET, BUDGET, 104);
  }

  @Test
  void a_task_that_stays_within_its_budget_is_not_interrupted() {
    List<Integer> operations = new ArrayList<>();
    rig.spawn(doing(BUDGET, operations));
    assertThat(rig.scheduler.runAll()).isEqualTo(1);
    assertThat(operations).containsExactly(BUDGET);
  }

  @Test
  void who_has_no_budget_left_has_been_rung_already() {
    rig.spawn(doing(BUDGET + 1, new ArrayList<>()));
    rig.scheduler.runNext();
    assertThat(rig.scheduler.queued()).isEqualTo(1);
    assertThat(rig.trace.take()).contains("woken 1 by task 1");
  }

  @Test
  void all_that_a_task_awaits_draws_on_one_budget_also_with_wakers_of_their_own() {
    AtomicInteger own = new AtomicInteger();
    int[] operations = new int[1];
    rig.spawn(
        context -> {
          Context derived = context.withWaker(own::getAndIncrement);
          while (context.tryProceed() && derived.tryProceed()) {
            operations[0] += 2;
          }
          return Poll.ready("done");
        });
    rig.scheduler.runNext();
    assertThat(operations[0]).isEqualTo(BUDGET);
    assertThat(own).hasValue(0);
  }

  @Test
  void a_future_with_a_waker_of_its_own_is_rung_by_it_when_the_budget_ends() {
    AtomicInteger own = new AtomicInteger();
    rig.spawn(
        context -> {
          Context derived = context.withWaker(own::getAndIncrement);
          while (derived.tryProceed()) {
            assertThat(own).hasValue(0);
          }
          return Poll.pending();
        });
    rig.scheduler.runNext();
    assertThat(own).hasValue(1);
    assertThat(rig.scheduler.queued()).as("and the task as well").isEqualTo(1);
  }

  @Test
  void sleeping_draws_on_it() {
    int[] sleeps = new int[1];
    rig.spawn(
        context -> {
          while (Tasks.sleep(Duration.ZERO).poll(context).isReady()) {
            sleeps[0]++;
          }
          return Poll.pending();
        });
    rig.scheduler.runNext();
    assertThat(sleeps[0]).isEqualTo(BUDGET);
  }

  /// Who goes through all his handles in each poll would never come to the end of them otherwise.
  @Test
  void joining_what_has_ended_is_free() {
    List<JoinHandle<String>> ended = new ArrayList<>();
    for (int i = 0; i < 10 * BUDGET; i++) {
      ended.add(rig.spawn(Probe.ready("value")));
    }
    rig.runAll();
    JoinHandle<String> joiner =
        rig.spawn(
            context -> {
              for (JoinHandle<String> each : ended) {
                if (!each.poll(context).isReady()) {
                  return Poll.pending();
                }
              }
              return Poll.ready("all");
            });
    assertThat(rig.scheduler.runAll()).isEqualTo(1);
    assertThat(joiner.isFinished()).isTrue();
  }

  @Test
  void a_poll_by_hand_has_a_budget_that_never_ends() {
    Context byHand = Context.of(Waker.noop());
    for (int i = 0; i < 10 * BUDGET; i++) {
      assertThat(byHand.tryProceed()).isTrue();
    }
  }

  /// So many operations, and how many it did in each poll.
  private static Future<String> doing(int operations, List<Integer> perPoll) {
    int[] left = {operations};
    return context -> {
      int done = 0;
      while (left[0] > 0 && context.tryProceed()) {
        left[0]--;
        done++;
      }
      perPoll.add(done);
      return left[0] == 0 ? Poll.ready("done") : Poll.pending();
    };
  }
}
