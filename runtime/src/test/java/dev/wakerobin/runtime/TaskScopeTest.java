package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskScopeTest {
  private final Rig rig = Rig.create();
  private final IllegalStateException first = new IllegalStateException("first");
  private final IllegalStateException second = new IllegalStateException("second");

  @AfterEach
  void close() {
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void it_is_ready_when_its_body_and_all_children_are() {
    Gate gate = new Gate();
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(gate.thenReady("child"));
                  return _ -> Poll.ready("body");
                }));
    rig.runAll();
    assertThat(scope.isDone()).isFalse();
    gate.open();
    rig.runAll();
    assertThat(scope.result()).isEqualTo(Poll.ready("body"));
  }

  @Test
  void the_first_failure_of_a_child_cancels_the_body_and_the_other_children() {
    Gate gate = new Gate();
    Probe<String> sibling = Probe.waiting();
    Probe<String> body = Probe.waiting();
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(sibling);
                  it.spawn("unlucky", gate.then(_ -> Thrown.sneak(first)));
                  return body;
                }));
    rig.runAll();
    gate.open();
    rig.runAll();
    assertThatThrownBy(scope::result)
        .cause()
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("'unlucky' failed")
        .hasCause(first);
    assertThat(sibling.cancels()).isEqualTo(1);
    assertThat(body.cancels()).isEqualTo(1);
    assertThat(sibling.broken() + body.broken()).isEmpty();
  }

  @Test
  void a_failing_body_cancels_the_children_and_is_thrown_when_they_have_ended() {
    for (boolean failFast : new boolean[] {true, false}) {
      List<String> order = new ArrayList<>();
      Future<String> child = new CancelRuns(() -> order.add("child cancelled"));
      Future<String> scope =
          scope(
              failFast,
              it -> {
                it.spawn(child);
                return _ -> Thrown.sneak(first);
              });
      TaskCell<String> task =
          rig.cell(
              context -> {
                try {
                  return scope.poll(context);
                } catch (IllegalStateException thrown) {
                  order.add(thrown.getMessage());
                  return Poll.ready("caught");
                }
              });
      rig.runAll();
      assertThat(task.isDone()).isTrue();
      assertThat(order).containsExactly("child cancelled", "first");
    }
  }

  /// The second one is in its last poll when it is aborted, and what that throws stands.
  @Test
  void later_failures_are_suppressed_in_the_first() {
    Gate gate = new Gate();
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(
                      gate.then(
                          _ -> {
                            rig.scheduler.runNext(); // The other child, within this one's poll.
                            throw first;
                          }));
                  it.spawn(gate.then(_ -> Thrown.sneak(second)));
                  return new CancelRuns(() -> {});
                }));
    rig.runAll();
    gate.open();
    rig.runAll();
    assertThatThrownBy(scope::result)
        .cause()
        .hasCause(second)
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .satisfies(other -> assertThat(other).hasCause(first)));
    assertThat(rig.reported()).singleElement().asString().contains("rule S1");
    rig.reports.clear();
  }

  @Test
  void a_body_that_fails_with_the_childs_failure_is_not_suppressed_in_itself() {
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  JoinHandle<String> child = it.spawn(_ -> Thrown.sneak(first));
                  return child;
                }));
    rig.runAll();
    assertThatThrownBy(scope::result).cause().hasCause(first).hasNoSuppressedExceptions();
  }

  @Test
  void a_body_that_cannot_be_made_fails_the_scope() {
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(_ -> Poll.pending());
                  throw first;
                }));
    rig.runAll();
    assertThatThrownBy(scope::result).hasCause(first);
  }

  @Test
  void a_child_that_is_merely_cancelled_is_no_failure() {
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(_ -> Poll.pending()).abort();
                  return _ -> Poll.ready("body");
                }));
    rig.runAll();
    assertThat(scope.result()).isEqualTo(Poll.ready("body"));
  }

  @Test
  void supervised_children_fail_alone_and_their_failures_are_reported_if_nobody_joins() {
    Gate gate = new Gate();
    TaskCell<String> scope =
        rig.cell(
            TaskScope.supervised(
                it -> {
                  it.spawn("unlucky", _ -> Thrown.sneak(first));
                  it.spawn(gate.thenReady("other"));
                  return _ -> Poll.ready("body");
                }));
    rig.runAll();
    assertThat(scope.isDone()).isFalse();
    gate.open();
    rig.runAll();
    assertThat(scope.result()).isEqualTo(Poll.ready("body"));
    rig.close();
    assertThat(rig.reported()).singleElement().asString().contains("'unlucky'");
    rig.reports.clear();
  }

  @Test
  void children_may_spawn_siblings_which_are_waited_for_too() {
    Gate gate = new Gate();
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(
                      _ -> {
                        it.spawn(gate.thenReady("sibling"));
                        return Poll.ready("child");
                      });
                  return _ -> Poll.ready("body");
                }));
    rig.runAll();
    assertThat(scope.isDone()).isFalse();
    gate.open();
    rig.runAll();
    assertThat(scope.isDone()).isTrue();
  }

  @Test
  void who_comes_while_it_is_being_cancelled_is_never_polled() {
    Probe<String> late = Probe.ready("late");
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(new CancelRuns(() -> it.spawn(late)));
                  return _ -> Thrown.sneak(first);
                }));
    rig.runAll();
    assertThatThrownBy(scope::result).hasCause(first);
    assertThat(late.polls()).isZero();
    assertThat(late.cancels()).isEqualTo(1);
  }

  @Test
  void after_its_end_nobody_can_be_spawned_in_it() {
    AtomicReference<TaskScope> kept = new AtomicReference<>();
    rig.spawn(
        TaskScope.failFast(
            it -> {
              kept.set(it);
              return _ -> Poll.ready("body");
            }));
    rig.runAll();
    assertThatThrownBy(() -> kept.get().spawn(_ -> Poll.ready("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "this scope has ended, and a child must not outlive it: spawn from its body or its"
                + " children, or with Tasks.spawn");
    assertThat(kept.get()).hasToString("TaskScope(0 children, ENDED)");
  }

  @Test
  void when_it_is_cancelled_its_body_and_its_children_are() {
    Probe<String> child = Probe.waiting();
    Probe<String> body = Probe.waiting();
    JoinHandle<String> handle =
        rig.spawn(
            TaskScope.failFast(
                it -> {
                  it.spawn(child);
                  return body;
                }));
    rig.runAll();
    handle.abort();
    rig.runAll();
    assertThat(body.cancels()).isEqualTo(1);
    assertThat(child.cancels()).isEqualTo(1);
  }

  @Test
  void what_a_cancelled_scope_has_not_thrown_yet_is_reported() {
    AtomicReference<JoinHandle<String>> handle = new AtomicReference<>();
    handle.set(
        rig.spawn(
            TaskScope.failFast(
                it -> {
                  it.spawn("unlucky", abortsThenThrows(handle, first));
                  it.spawn("too late", _ -> Poll.ready("never polled"));
                  return Probe.waiting();
                })));
    rig.runAll();
    assertThat(rig.reported()).singleElement().asString().contains("'unlucky'");
    assertThat(rig.reports.removeFirst()).hasCause(first);
  }

  private static Future<String> abortsThenThrows(
      AtomicReference<JoinHandle<String>> whom, Exception thrown) {
    return _ -> {
      whom.get().abort();
      return Thrown.sneak(thrown);
    };
  }

  @Test
  void what_it_has_thrown_is_not_reported_when_it_is_cancelled_after_its_end() {
    Future<String> scope = TaskScope.failFast(_ -> _ -> Thrown.sneak(first));
    TaskCell<String> task =
        rig.cell(
            context -> {
              try {
                return scope.poll(context);
              } finally {
                scope.cancel();
              }
            });
    rig.runAll();
    assertThatThrownBy(task::result).hasCause(first);
  }

  @Test
  void cancelled_before_its_first_poll_it_has_never_been() {
    JoinHandle<String> handle =
        rig.spawn(
            TaskScope.failFast(
                _ -> {
                  throw new AssertionError("made");
                }));
    handle.abort();
    rig.runAll();
    assertThat(handle.isFinished()).isTrue();
  }

  /// The outer scope's child has a scope of its own; when the outer one fails, that child is
  /// cancelled, and its end would leave the grandchild behind.
  @Test
  void a_scope_waits_for_its_grandchildren_when_their_own_scope_was_cancelled() {
    Probe<String> grandchild = Probe.waiting();
    Gate gate = new Gate();
    TaskCell<String> outer =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(
                      TaskScope.failFast(
                          inner -> {
                            inner.spawn(grandchild);
                            return new CancelRuns(() -> {});
                          }));
                  return gate.then(_ -> Thrown.sneak(first));
                }));
    rig.runAll();
    gate.open();
    while (!outer.isDone()) {
      assertThat(rig.scheduler.runNext()).isTrue();
    }
    assertThat(grandchild.cancels()).as("before the outer scope has ended").isEqualTo(1);
    assertThatThrownBy(outer::result).hasCause(first);
  }

  @Test
  void so_it_does_for_a_scope_within_its_own_body() {
    Probe<String> grandchild = Probe.waiting();
    Gate gate = new Gate();
    TaskCell<String> outer =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  it.spawn(gate.then(_ -> Thrown.sneak(first)));
                  return TaskScope.supervised(
                      inner -> {
                        inner.spawn(grandchild);
                        return new CancelRuns(() -> {});
                      });
                }));
    rig.runAll();
    gate.open();
    while (!outer.isDone()) {
      assertThat(rig.scheduler.runNext()).isTrue();
    }
    assertThat(grandchild.cancels()).isEqualTo(1);
    assertThatThrownBy(outer::result).cause().hasCause(first);
  }

  @Test
  void its_body_is_not_polled_for_each_of_many_children() {
    Probe<String> body = Probe.waiting();
    TaskCell<String> scope =
        rig.cell(
            TaskScope.failFast(
                it -> {
                  for (int i = 0; i < 10_000; i++) {
                    it.spawn(_ -> Poll.ready("child"));
                  }
                  return body;
                }));
    rig.runAll();
    assertThat(body.polls()).isEqualTo(1);
    Waker waker = body.waker();
    waker.wake();
    rig.runAll();
    assertThat(body.polls()).isEqualTo(2);
    scope.abort();
    rig.runAll();
  }

  private static Future<String> scope(boolean failFast, Function<TaskScope, Future<String>> body) {
    return failFast ? TaskScope.failFast(body) : TaskScope.supervised(body);
  }
}
