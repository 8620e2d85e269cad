package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Awaiting a task.
class JoinHandleTest {
  private final Rig rig = Rig.create();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void several_tasks_may_join_one_and_all_get_the_same_value() throws Exception {
    Gate gate = new Gate();
    Object value = new Object();
    JoinHandle<Object> handle = rig.spawn(gate.thenReady(value));
    List<JoinHandle<Object>> joiners = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      joiners.add(rig.spawn(handle));
    }
    rig.runAll();
    assertThat(joiners).noneMatch(JoinHandle::isFinished);
    gate.open();
    rig.runAll();
    for (JoinHandle<Object> joiner : joiners) {
      assertThat(poll(joiner)).isEqualTo(Poll.ready(value));
    }
  }

  @Test
  void it_may_be_awaited_again_and_again_also_after_the_end() throws Exception {
    JoinHandle<String> handle = rig.spawn(Probe.ready("value"));
    rig.runAll();
    for (int i = 0; i < 3; i++) {
      assertThat(poll(handle)).isEqualTo(Poll.ready("value"));
    }
  }

  @Test
  void all_who_join_a_failed_task_get_the_same_failure() {
    IllegalStateException thrown = new IllegalStateException("on purpose");
    JoinHandle<String> handle = rig.spawn(Probe.throwing(thrown));
    JoinHandle<String> first = rig.spawn(handle);
    JoinHandle<String> second = rig.spawn(handle);
    rig.runAll();
    for (JoinHandle<String> joiner : List.of(first, second)) {
      assertThatThrownBy(() -> poll(joiner))
          .isInstanceOf(TaskFailedException.class)
          .cause()
          .isInstanceOf(TaskFailedException.class)
          .hasMessage("task 1 failed: java.lang.IllegalStateException: on purpose")
          .cause()
          .isSameAs(thrown);
    }
  }

  @Test
  void joiners_are_woken_in_the_order_in_which_they_joined() {
    Gate gate = new Gate();
    JoinHandle<String> handle = rig.spawn(gate.thenReady("value"));
    for (int i = 0; i < 3; i++) {
      rig.spawn(handle);
    }
    rig.runAll();
    gate.open();
    rig.trace.take();
    rig.runAll();
    assertThat(rig.trace.take())
        .containsSubsequence(
            "READY 1", "woken 2 by task 1", "woken 3 by task 1", "woken 4 by task 1");
  }

  @Test
  void who_polls_with_another_waker_is_rung_by_that_one() throws Exception {
    Gate gate = new Gate();
    JoinHandle<String> handle = rig.spawn(gate.thenReady("value"));
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    handle.poll(Context.of(first::getAndIncrement));
    handle.poll(Context.of(second::getAndIncrement));
    rig.runAll();
    gate.open();
    rig.runAll();
    assertThat(second).hasValue(1);
  }

  @Test
  void cancelling_a_handle_leaves_the_task_alone_and_lets_the_other_waiters_come_again()
      throws Exception {
    Gate gate = new Gate();
    Probe<String> probe = Probe.of(gate.thenReady("value"));
    JoinHandle<String> handle = rig.spawn(probe);
    JoinHandle<String> stays = rig.spawn(handle);
    AtomicInteger rings = new AtomicInteger();
    handle.poll(Context.of(rings::getAndIncrement));
    rig.runAll();
    handle.cancel();
    assertThat(rings).as("it was rung, to come again if it still waits").hasValue(1);
    rig.runAll();
    assertThat(probe.cancels()).isZero();
    gate.open();
    rig.runAll();
    assertThat(poll(stays)).isEqualTo(Poll.ready("value"));
    assertThat(rings).as("it did not come again").hasValue(1);
  }

  @Test
  void cancelling_a_handle_that_nobody_has_awaited_or_that_is_done_does_nothing() throws Exception {
    JoinHandle<String> handle = rig.spawn(Probe.ready("value"));
    handle.cancel();
    rig.runAll();
    handle.cancel();
    assertThat(poll(handle)).isEqualTo(Poll.ready("value"));
  }

  @Test
  void aborting_the_joiner_leaves_the_joined_alone() {
    Probe<String> probe = Probe.waiting();
    JoinHandle<String> joiner = rig.spawn(rig.spawn(probe));
    rig.runAll();
    joiner.abort();
    rig.runAll();
    assertThat(joiner.isFinished()).isTrue();
    assertThat(probe.cancels()).isZero();
  }

  @Test
  void a_task_may_be_joined_from_another_runtime() throws Exception {
    try (Rig other = Rig.create()) {
      Gate gate = new Gate();
      JoinHandle<String> joiner = other.spawn(rig.spawn(gate.thenReady("from afar")));
      other.runAll();
      rig.runAll();
      gate.open();
      rig.runAll();
      other.runAll();
      assertThat(poll(joiner)).isEqualTo(Poll.ready("from afar"));
    }
  }

  /// Rule R9: plain fields of the task are seen by whoever has joined it.
  @Test
  void what_the_task_wrote_is_seen_by_those_who_join_whether_they_come_first_or_late() {
    int[] plain = new int[1];
    int[] pending = new int[1];
    TaskCell<?>[] task = new TaskCell<?>[1];
    AtomicInteger rings = new AtomicInteger();
    boolean[] ready = new boolean[1];
    task[0] = writing(plain, 0);
    Race.of(
        5_000,
        _ -> rig.scheduler.runAll(),
        round -> {
          ready[0] = task[0].poll(Context.of(rings::getAndIncrement)).isReady();
          if (ready[0] && plain[0] != round) {
            throw new AssertionError("joined in round " + round + " and saw " + plain[0]);
          }
        },
        round -> {
          int rung = rings.getAndSet(0);
          if (!ready[0]) {
            pending[0]++;
            if (rung != 1) {
              throw new AssertionError("who waited was rung " + rung + " times");
            }
          }
          task[0] = writing(plain, round + 1);
        });
    assertThat(pending[0]).as("how often the joiner came first").isPositive();
  }

  private TaskCell<?> writing(int[] plain, int round) {
    return rig.cell(
        _ -> {
          plain[0] = round;
          return Poll.ready("written");
        });
  }

  private static <T> Poll<T> poll(JoinHandle<T> handle) throws Exception {
    return handle.poll(Context.of(Waker.noop()));
  }
}
