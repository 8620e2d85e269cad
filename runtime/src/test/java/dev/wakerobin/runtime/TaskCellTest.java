package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.TaskId;
import dev.wakerobin.Waker;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The life of a task that keeps the rules: polls, wakes, its end. Breaking them is in
/// `BrokenRulesTest`, aborting in `AbortTest`, joining in `JoinHandleTest`.
class TaskCellTest {
  private final Rig rig = Rig.create();

  @AfterEach
  void close() {
    rig.close();
  }

  // ---- Polls and wakes

  @Test
  void a_new_task_is_handed_over_once_and_nothing_happens_until_it_is_run() {
    Probe<String> probe = Probe.ready("value");
    JoinHandle<String> handle = rig.spawn(probe);
    assertThat(rig.scheduler.queued()).isEqualTo(1);
    assertThat(probe.polls()).isZero();
    assertThat(handle.isFinished()).isFalse();
    rig.runAll();
    assertThat(probe.polls()).isEqualTo(1);
    assertThat(handle.isFinished()).isTrue();
  }

  @Test
  void a_pending_task_is_polled_again_when_it_is_woken_and_not_before() {
    Probe<String> probe = Probe.waiting();
    rig.spawn(probe);
    rig.runAll();
    assertThat(rig.scheduler.queued()).isZero();
    probe.waker().wake();
    assertThat(rig.scheduler.runAll()).isEqualTo(1);
    assertThat(probe.polls()).isEqualTo(2);
  }

  @Test
  void many_wakes_before_a_poll_lead_to_one_poll() {
    Probe<String> probe = Probe.waiting();
    rig.spawn(probe);
    rig.runAll();
    for (int i = 0; i < 100; i++) {
      probe.waker().wake();
    }
    assertThat(rig.scheduler.runAll()).isEqualTo(1);
  }

  @Test
  void a_task_woken_while_it_is_polled_is_scheduled_again() {
    Probe<String> probe = Probe.of(wakingItself(3));
    JoinHandle<String> handle = rig.spawn(probe);
    assertThat(rig.scheduler.runAll()).isEqualTo(4);
    assertThat(handle.isFinished()).isTrue();
  }

  @Test
  void a_wake_after_the_end_does_nothing() {
    Probe<String> probe = Probe.of(wakingItself(0));
    rig.spawn(probe);
    rig.runAll();
    probe.waker().wake();
    assertThat(rig.scheduler.queued()).isZero();
    rig.close();
    probe.waker().wake();
    assertThat(probe.polls()).isEqualTo(1);
    assertThat(probe.broken()).isEmpty();
  }

  @Test
  void the_wakers_of_one_task_are_the_same_object() {
    List<Waker> wakers = new ArrayList<>();
    Future<String> yields = wakingItself(2);
    rig.spawn(
        context -> {
          wakers.add(context.waker());
          return yields.poll(context);
        });
    rig.runAll();
    assertThat(wakers).hasSize(3).containsOnly(wakers.getFirst());
  }

  @Test
  void a_task_may_be_polled_by_one_thread_now_and_by_another_one_later() {
    List<String> threads = new ArrayList<>(); // Plain: polls of one task are in order.
    Future<String> yields = wakingItself(10);
    JoinHandle<String> handle =
        rig.spawn(
            context -> {
              threads.add(Thread.currentThread().getName());
              return yields.poll(context);
            });
    while (!handle.isFinished()) {
      Patience.awaitEnd(Thread.ofPlatform().daemon().start(rig.scheduler::runNext));
    }
    assertThat(threads).hasSize(11).doesNotHaveDuplicates();
  }

  // ---- The end

  @Test
  void its_value_is_what_the_future_was_ready_with() throws Exception {
    JoinHandle<String> handle = rig.spawn(Probe.ready("value"));
    rig.runAll();
    assertThat(join(handle)).isEqualTo(Poll.ready("value"));
  }

  @Test
  void a_task_that_has_ended_is_live_no_more_and_its_future_can_be_collected() {
    IllegalStateException thrown = new IllegalStateException("on purpose");
    Ended ready = ended(Probe.ready("value"));
    Ended failed = ended(Probe.throwing(thrown));
    Ended cancelled = ended(Probe.waiting());
    assertThat(rig.engine().live().snapshot()).isEmpty();
    for (Ended each : List.of(ready, failed, cancelled)) {
      assertThat(each.handle.isFinished()).isTrue();
      Garbage.awaitCollection(each.future);
    }
  }

  /// A task that has ended, its handle in hand.
  private record Ended(JoinHandle<String> handle, WeakReference<Probe<String>> future) {}

  private Ended ended(Probe<String> future) {
    JoinHandle<String> handle = rig.spawn(future);
    rig.runAll();
    handle.abort();
    rig.runAll();
    return new Ended(handle, new WeakReference<>(future));
  }

  @Test
  void what_stands_for_an_ended_future_complains_when_it_is_polled() {
    assertThatThrownBy(() -> EndedFuture.instance().poll(Context.of(Waker.noop())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this task has ended: its future must not be polled again");
  }

  /// Checked or not, exception or error: whatever comes out of a poll is the task's failure.
  @ParameterizedTest
  @ValueSource(
      classes = {
        Exception.class,
        InterruptedException.class,
        RuntimeException.class,
        AssertionError.class,
        StackOverflowError.class,
        LinkageError.class,
        Throwable.class
      })
  void whatever_a_poll_throws_is_the_failure_of_its_task(Class<? extends Throwable> kind)
      throws Exception {
    Throwable thrown = kind.getDeclaredConstructor().newInstance();
    TaskCell<String> task = rig.cell(Probe.throwing(thrown));
    rig.runAll();
    assertThatThrownBy(() -> join(task))
        .isExactlyInstanceOf(TaskFailedException.class)
        .hasMessage("task 1 failed: " + thrown)
        .satisfies(e -> assertThat(((TaskFailedException) e).task()).isEqualTo(new TaskId(1, "")))
        .cause()
        .isSameAs(thrown);
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void a_task_that_recurses_without_end_fails_and_the_thread_goes_on() {
    TaskCell<String> endless = rig.cell(_ -> Poll.ready("" + deeper(0)));
    JoinHandle<String> next = rig.spawn(Probe.ready("next"));
    rig.runAll();
    assertThatThrownBy(() -> join(endless)).hasCauseInstanceOf(StackOverflowError.class);
    assertThat(next.isFinished()).isTrue();
    assertThat(rig.reports).as("it is the task's own affair").isEmpty();
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deeper(int level) {
    return 1 + deeper(level + 1);
  }

  @Test
  void that_the_machine_is_out_of_memory_is_reported_as_well_and_at_once() {
    OutOfMemoryError thrown = new OutOfMemoryError("on purpose");
    TaskCell<String> task = rig.cell(Probe.throwing(thrown));
    rig.runAll();
    assertThat(rig.reports).hasSize(1);
    assertThat(rig.reports.getFirst())
        .isInstanceOf(TaskFailedException.class)
        .hasMessage("task 1 failed: java.lang.OutOfMemoryError: on purpose")
        .cause()
        .isSameAs(thrown);
    assertThatThrownBy(() -> join(task)).cause().isSameAs(thrown);
    rig.close();
    assertThat(rig.reports).as("and not once more at the close").hasSize(1);
  }

  // ---- What the task's thread knows

  @Test
  void inside_a_poll_and_a_cancel_the_runtime_is_the_current_one_and_outside_there_is_none() {
    List<AsyncRuntime> seen = new ArrayList<>();
    TaskCell<String> task =
        rig.cell(
            new Future<>() {
              @Override
              public Poll<String> poll(Context context) {
                seen.add(AsyncRuntime.current());
                return Poll.pending();
              }

              @Override
              public void cancel() {
                seen.add(AsyncRuntime.current());
              }
            });
    rig.runAll();
    task.abort();
    rig.runAll();
    assertThat(seen).containsExactly(rig.runtime, rig.runtime);
    assertThatThrownBy(AsyncRuntime::current)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there is no current runtime on thread '"
                + Thread.currentThread().getName()
                + "': only tasks and blocking calls have one. Spawn this code, or use the"
                + " AsyncRuntime itself");
  }

  @Test
  void numbers_count_from_1_in_the_order_of_spawning_and_names_are_kept() {
    rig.spawn(Probe.waiting());
    JoinHandle<String> named = rig.runtime.spawn("heartbeat", Probe.waiting());
    assertThat(named.id()).isEqualTo(new TaskId(2, "heartbeat"));
    assertThat(named).hasToString("task 2 'heartbeat' (queued)");
    rig.runAll();
    assertThat(named).hasToString("task 2 'heartbeat' (waiting to be woken)");
  }

  // ---- Parts

  /// Pending so many times, having rung already.
  static Future<String> wakingItself(int times) {
    int[] left = {times};
    return context -> {
      if (left[0]-- == 0) {
        return Poll.ready("value");
      }
      context.waker().wake();
      return Poll.pending();
    };
  }

  private static <T> Poll<T> join(JoinHandle<T> handle) throws Exception {
    return handle.poll(Context.of(Waker.noop()));
  }
}
