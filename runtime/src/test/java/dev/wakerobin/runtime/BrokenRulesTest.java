package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.ReadyTask;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Futures and schedulers that break the rules are told so, and nothing hangs for it.
class BrokenRulesTest {
  private final Rig rig = Rig.create();

  @AfterEach
  void close() {
    rig.close();
  }

  // ---- Schedulers

  @Test
  void a_second_poll_at_the_same_time_is_refused_and_reported() {
    CountDownLatch inPoll = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Probe<String> probe =
        Probe.of(
            _ -> {
              inPoll.countDown();
              goOn.await();
              return Poll.ready("value");
            });
    JoinHandle<String> handle = rig.spawn(probe);
    ReadyTask task = rig.scheduler.take();
    Thread first = Thread.ofPlatform().daemon().start(task);
    Patience.await("the first poll to begin", () -> inPoll.getCount() == 0);
    task.run();
    goOn.countDown();
    Patience.awaitEnd(first);
    assertThat(probe.polls()).isEqualTo(1);
    assertThat(handle.isFinished()).isTrue();
    assertThat(rig.reported())
        .containsExactly(
            "task 1 (being polled) was run without having been handed over: the scheduler"
                + " 'scripted' must run each task once per call of schedule (rule S2)");
  }

  @Test
  void a_run_without_a_hand_over_is_refused_and_reported() {
    Probe<String> probe = Probe.waiting();
    rig.spawn(probe);
    ReadyTask task = rig.scheduler.take();
    task.run();
    task.run();
    assertThat(probe.polls()).isEqualTo(1);
    assertThat(rig.reported())
        .containsExactly(
            "task 1 (waiting to be woken) was run without having been handed over: the scheduler"
                + " 'scripted' must run each task once per call of schedule (rule S2)");
  }

  @Test
  void a_run_after_the_end_is_refused_and_reported() {
    Probe<String> probe = Probe.ready("value");
    rig.spawn(probe);
    ReadyTask task = rig.scheduler.take();
    task.run();
    task.run();
    assertThat(probe.polls()).isEqualTo(1);
    assertThat(rig.reported())
        .containsExactly(
            "task 1 (done) was run without having been handed over: the scheduler"
                + " 'scripted' must run each task once per call of schedule (rule S2)");
  }

  @Test
  void a_run_after_the_close_is_refused_and_of_no_interest() {
    Probe<String> probe = Probe.waiting();
    rig.spawn(probe);
    ReadyTask task = rig.scheduler.take();
    rig.close();
    task.run();
    assertThat(probe.polls()).isZero();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void a_scheduler_that_runs_tasks_within_schedule_is_reported_and_the_task_runs_all_the_same() {
    rig.scheduler.onSchedule.set(
        task -> {
          if (task.id().number() == 2) {
            task.run();
          }
        });
    JoinHandle<JoinHandle<String>> outer =
        rig.spawn(_ -> Poll.ready(Tasks.spawn("inner", Probe.ready("value"))));
    rig.scheduler.take().run();
    assertThat(outer.isFinished()).isTrue();
    assertThat(rig.reported())
        .containsExactly(
            "task 2 'inner' was run while this thread still polls task 1: schedule must put the"
                + " task away and return, not run it (rule S1)");
    assertThat(rig.trace.take()).containsSubsequence("poll 1", "poll 2", "READY 2", "READY 1");
  }

  @Test
  void a_task_that_the_scheduler_would_not_take_fails_and_its_future_is_cancelled()
      throws Exception {
    IllegalStateException refusal = new IllegalStateException("full");
    rig.scheduler.onSchedule.set(
        _ -> {
          throw refusal;
        });
    Probe<String> probe = Probe.waiting();
    JoinHandle<String> handle = rig.spawn(probe);
    String message =
        "the scheduler 'scripted' threw when task 1 was handed over: schedule must not throw"
            + " (rule S1). The task has failed.";
    assertThat(rig.reported()).contains(message);
    assertThat(rig.reports.getFirst()).cause().isSameAs(refusal);
    assertThat(probe.cancels()).isEqualTo(1);
    assertThat(probe.broken()).isEmpty();
    assertThatThrownBy(() -> handle.poll(Context.of(Waker.noop())))
        .cause()
        .hasMessage(message)
        .cause()
        .isSameAs(refusal);
    assertThat(rig.engine().live().snapshot()).isEmpty();
  }

  @Test
  void a_wake_never_throws_whatever_the_scheduler_and_the_future_do() {
    Probe<String> probe = Probe.of(pendingAndThrowingFromCancel());
    JoinHandle<String> handle = rig.spawn(probe);
    rig.runAll();
    rig.scheduler.onSchedule.set(
        _ -> {
          throw new IllegalStateException("full");
        });
    probe.waker().wake();
    assertThat(handle.isFinished()).as("nobody may wait for it in vain").isTrue();
    assertThat(rig.reported())
        .contains(
            "the future of task 1 threw from cancel(): the task counts as cancelled all the same");
  }

  @Test
  void also_the_future_of_a_task_that_was_not_taken_is_cancelled_in_its_tasks_context() {
    AsyncRuntime[] current = new AsyncRuntime[1];
    rig.scheduler.onSchedule.set(
        _ -> {
          throw new IllegalStateException("full");
        });
    rig.spawn(
        new Future<String>() {
          @Override
          public Poll<String> poll(Context context) {
            return Poll.pending();
          }

          @Override
          public void cancel() {
            current[0] = AsyncRuntime.current();
          }
        });
    assertThat(current[0]).isSameAs(rig.runtime);
  }

  @Test
  void what_close_of_the_scheduler_throws_is_reported_and_the_tasks_are_cancelled() {
    IllegalStateException thrown = new IllegalStateException("cannot close");
    ScriptedScheduler scheduler = rig.scheduler;
    Probe<String> probe = Probe.waiting();
    rig.spawn(probe);
    scheduler.onClose(
        () -> {
          throw thrown;
        });
    rig.close();
    assertThat(probe.cancels()).isEqualTo(1);
    assertThat(rig.reports).containsExactly(thrown);
  }

  @Test
  void a_scheduler_that_closes_without_waiting_for_its_threads_is_reported() {
    CountDownLatch inPoll = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    rig.spawn(
        _ -> {
          inPoll.countDown();
          goOn.await();
          return Poll.ready("late");
        });
    Thread worker = Thread.ofPlatform().daemon().start(rig.scheduler.take());
    Patience.await("the poll to begin", () -> inPoll.getCount() == 0);
    rig.close();
    assertThat(rig.reported())
        .containsExactly(
            "task 1 is still being polled although the scheduler 'scripted' has closed: close must"
                + " wait for its threads (rule S7)");
    goOn.countDown();
    Patience.awaitEnd(worker);
  }

  // ---- Futures

  @Test
  @SuppressWarnings("NullAway") // On purpose.
  void a_future_that_answers_null_fails_with_a_message_that_says_so() {
    Future<String> answersNull = _ -> null;
    TaskCell<String> task = rig.cell(answersNull);
    rig.runAll();
    assertThatThrownBy(() -> task.poll(Context.of(Waker.noop())))
        .cause()
        .isInstanceOf(NullPointerException.class)
        .hasMessage(
            "the future of task 1 ("
                + answersNull.getClass().getName()
                + ") answered null: answer Poll.ready(value) or Poll.pending()");
  }

  @Test
  void what_cancel_throws_is_reported_and_the_task_counts_as_cancelled() {
    TaskCell<String> task = rig.cell(pendingAndThrowingFromCancel());
    task.abort();
    rig.runAll();
    assertThat(rig.reported())
        .containsExactly(
            "the future of task 1 threw from cancel(): the task counts as cancelled all the same");
    assertThat(rig.reports.getFirst()).hasRootCauseMessage("on purpose");
    assertThatThrownBy(() -> task.poll(Context.of(Waker.noop())))
        .isInstanceOf(TaskCancelledException.class);
  }

  @Test
  void a_task_that_awaits_its_own_handle_fails_and_is_told_why() {
    TaskCell<?>[] own = new TaskCell<?>[1];
    TaskCell<String> task =
        rig.cell(
            context -> {
              own[0].poll(context);
              return Poll.pending();
            });
    own[0] = task;
    rig.runAll();
    assertThatThrownBy(() -> task.poll(Context.of(Waker.noop())))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "task 1 awaits its own handle: it would wait for ever. Await it from another task, or"
                + " with blockOn");
  }

  private static Future<String> pendingAndThrowingFromCancel() {
    return new Future<>() {
      @Override
      public Poll<String> poll(Context context) {
        return Poll.pending();
      }

      @Override
      public void cancel() {
        throw new IllegalStateException("on purpose");
      }
    };
  }
}
