package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Waker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A failure is told to somebody: to those who join, or else to the reporter.
class UnjoinedFailuresTest {
  private final Rig rig = Rig.create();
  private final IllegalStateException thrown = new IllegalStateException("on purpose");

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void what_nobody_has_joined_is_reported_when_the_runtime_closes() {
    JoinHandle<String> handle = rig.spawn(Probe.throwing(thrown));
    rig.runAll();
    assertThat(handle.isFinished()).isTrue();
    assertThat(rig.reports).as("somebody holds the handle and may still ask").isEmpty();
    rig.close();
    assertThatItWasReportedOnce();
    assertThat(rig.reports.getFirst().getStackTrace()).as("that of the cause says it").isEmpty();
  }

  @Test
  void it_is_reported_as_soon_as_nobody_can_ask_any_more() {
    spawnAndForget();
    Patience.await(
        "the failure to be reported when its handle has been collected",
        () -> {
          System.gc();
          rig.serveEvents();
          return !rig.reports.isEmpty();
        });
    assertThatItWasReportedOnce();
    rig.close();
    assertThatItWasReportedOnce();
  }

  private void spawnAndForget() {
    rig.spawn(Probe.throwing(thrown));
    rig.runAll();
  }

  @Test
  void several_are_reported_in_the_order_of_their_tasks() {
    for (int i = 0; i < 5; i++) {
      rig.spawn(Probe.throwing(new IllegalStateException("number " + i)));
    }
    rig.runAll();
    rig.close();
    assertThat(rig.reported())
        .containsExactly(
            "task 1 failed: java.lang.IllegalStateException: number 0",
            "task 2 failed: java.lang.IllegalStateException: number 1",
            "task 3 failed: java.lang.IllegalStateException: number 2",
            "task 4 failed: java.lang.IllegalStateException: number 3",
            "task 5 failed: java.lang.IllegalStateException: number 4");
  }

  @Test
  void what_was_joined_before_is_not_reported() {
    JoinHandle<String> handle = rig.spawn(Probe.throwing(thrown));
    JoinHandle<String> joiner = rig.spawn(handle);
    rig.runAll();
    assertThatThrownBy(() -> joiner.poll(Context.of(Waker.noop()))).hasRootCause(thrown);
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void what_was_joined_afterwards_is_not_reported() {
    JoinHandle<String> handle = rig.spawn(Probe.throwing(thrown));
    rig.runAll();
    assertThatThrownBy(() -> handle.poll(Context.of(Waker.noop())))
        .isInstanceOf(TaskFailedException.class);
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void what_blockOn_throws_is_not_reported() {
    assertThatThrownBy(() -> rig.runtime.blockOn(Probe.throwing(thrown))).hasRootCause(thrown);
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void asking_whether_it_is_finished_is_not_joining() {
    JoinHandle<String> handle = rig.spawn(Probe.throwing(thrown));
    rig.runAll();
    assertThat(handle.isFinished()).isTrue();
    rig.close();
    assertThatItWasReportedOnce();
  }

  // ---- Those who began to wait and then did not

  @Test
  void it_is_reported_if_the_only_one_who_waited_has_stopped_waiting() {
    Gate gate = new Gate();
    JoinHandle<String> handle = rig.spawn(gate.then(Probe.throwing(thrown)));
    JoinHandle<String> joiner = rig.spawn(handle);
    rig.runAll();
    joiner.abort(); // As the loser of a select.
    rig.runAll();
    gate.open();
    rig.runAll();
    rig.close();
    assertThatItWasReportedOnce();
  }

  @Test
  void it_is_reported_if_somebody_looked_once_and_never_came_back() throws Exception {
    Gate gate = new Gate();
    JoinHandle<String> handle = rig.spawn(gate.then(Probe.throwing(thrown)));
    assertThat(handle.poll(Context.of(Waker.noop())).isReady()).isFalse();
    gate.open();
    rig.runAll();
    rig.close();
    assertThatItWasReportedOnce();
  }

  @Test
  void it_is_reported_if_the_runtime_closes_before_the_joiner_has_been_told() {
    Gate gate = new Gate();
    JoinHandle<String> handle = rig.spawn(gate.then(Probe.throwing(thrown)));
    rig.spawn(handle);
    rig.runAll();
    gate.open();
    rig.scheduler.runNext(); // The failing one; the joiner is woken, but never polled again.
    rig.close();
    assertThatItWasReportedOnce();
  }

  // ---- Policies

  @Test
  void with_IGNORE_it_is_dropped() {
    try (Rig ignoring = Rig.with(s -> s.onUnjoinedFailure(FailurePolicy.IGNORE))) {
      ignoring.spawn(Probe.throwing(thrown));
      ignoring.runAll();
      ignoring.runtime.close();
      assertThat(ignoring.reports).isEmpty();
    }
  }

  @Test
  void with_SHUT_DOWN_it_is_reported_at_once_and_the_runtime_closes() {
    try (Rig strict = Rig.with(s -> s.onUnjoinedFailure(FailurePolicy.SHUT_DOWN))) {
      Probe<String> other = Probe.waiting();
      JoinHandle<String> otherHandle = strict.spawn(other);
      strict.runAll();
      strict.spawn(Probe.throwing(thrown));
      strict.runAll();
      assertThat(strict.reported())
          .containsExactly("task 2 failed: java.lang.IllegalStateException: on purpose");
      assertThat(strict.runtime.isClosed()).isTrue();
      Patience.await("the other task to be cancelled", otherHandle::isFinished);
      assertThat(other.cancels()).isEqualTo(1);
      strict.runtime.close();
      assertThat(strict.reports).hasSize(1);
    }
  }

  @Test
  void with_SHUT_DOWN_a_failure_that_somebody_awaits_is_his() {
    try (Rig strict = Rig.with(s -> s.onUnjoinedFailure(FailurePolicy.SHUT_DOWN))) {
      Gate gate = new Gate();
      JoinHandle<Boolean> joiner = strict.spawn(expectingFailureOf(strict, gate));
      strict.runAll();
      gate.open();
      strict.runAll();
      assertThat(joiner.isFinished()).isTrue();
      assertThat(strict.runtime.isClosed()).isFalse();
      assertThatThrownBy(() -> strict.runtime.blockOn(Probe.throwing(thrown))).hasRootCause(thrown);
      assertThat(strict.runtime.isClosed()).isFalse();
      assertThat(strict.reports).isEmpty();
    }
  }

  private Future<Boolean> expectingFailureOf(Rig strict, Gate gate) {
    JoinHandle<String> handle = strict.spawn(gate.then(Probe.throwing(thrown)));
    return context -> {
      try {
        return handle.poll(context).isReady() ? Poll.ready(false) : Poll.pending();
      } catch (TaskFailedException _) {
        return Poll.ready(true);
      }
    };
  }

  @Test
  void with_SHUT_DOWN_it_counts_only_who_awaits_at_the_moment_of_the_failure() throws Exception {
    try (Rig strict = Rig.with(s -> s.onUnjoinedFailure(FailurePolicy.SHUT_DOWN))) {
      Gate gate = new Gate();
      JoinHandle<String> handle = strict.spawn(gate.then(Probe.throwing(thrown)));
      handle.poll(Context.of(Waker.noop()));
      handle.cancel();
      strict.runAll();
      gate.open();
      strict.runAll();
      assertThat(strict.runtime.isClosed()).isTrue();
      assertThat(strict.reports).hasSize(1);
    }
  }

  // ---- Strange failures

  /// The message is made of the cause; that it cannot be made must not cost the report.
  @Test
  void a_failure_that_cannot_describe_itself_is_reported_all_the_same() {
    rig.spawn(
        Probe.throwing(
            new IllegalStateException("on purpose") {
              private static final long serialVersionUID = 1L;

              @Override
              public String getMessage() {
                throw new UnsupportedOperationException("not even a description");
              }
            }));
    rig.spawn(Probe.throwing(thrown));
    rig.runAll();
    rig.close();
    assertThat(rig.reports).hasSize(2);
  }

  private void assertThatItWasReportedOnce() {
    assertThat(rig.reports).hasSize(1);
    assertThat(rig.reports.getFirst())
        .isExactlyInstanceOf(TaskFailedException.class)
        .hasMessage("task 1 failed: java.lang.IllegalStateException: on purpose")
        .cause()
        .isSameAs(thrown);
  }
}
