package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskId;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AbortTest {
  private final Rig rig = Rig.create();

  @AfterEach
  void close() {
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  @Test
  void before_the_first_poll_the_future_is_cancelled_and_never_polled() {
    Probe<String> probe = Probe.ready("value");
    JoinHandle<String> handle = rig.spawn(probe);
    handle.abort();
    assertThat(probe.cancels()).as("not on the aborter's thread").isZero();
    assertThat(rig.scheduler.runAll()).isEqualTo(1);
    assertThatItWasCancelled(handle, probe, 0);
  }

  @Test
  void while_it_waits_it_is_woken_and_cancelled_instead_of_polled() {
    Probe<String> probe = Probe.waiting();
    JoinHandle<String> handle = rig.spawn(probe);
    rig.runAll();
    handle.abort();
    assertThat(rig.scheduler.runAll()).isEqualTo(1);
    assertThatItWasCancelled(handle, probe, 1);
  }

  @Test
  void during_a_poll_the_poll_goes_on_and_is_the_last() {
    List<String> order = new ArrayList<>();
    List<JoinHandle<String>> own = new ArrayList<>();
    Probe<String> probe =
        Probe.of(
            _ -> {
              own.getFirst().abort();
              order.add("the poll goes on");
              return Poll.pending();
            });
    JoinHandle<String> handle = rig.spawn(probe);
    own.add(handle);
    assertThat(rig.scheduler.runAll()).isEqualTo(2);
    assertThat(order).containsExactly("the poll goes on");
    assertThatItWasCancelled(handle, probe, 1);
  }

  @Test
  void during_its_last_poll_the_value_stands() throws Exception {
    List<JoinHandle<String>> own = new ArrayList<>();
    Probe<String> probe =
        Probe.of(
            _ -> {
              own.getFirst().abort();
              return Poll.ready("value");
            });
    JoinHandle<String> handle = rig.spawn(probe);
    own.add(handle);
    assertThat(rig.scheduler.runAll()).isEqualTo(1);
    assertThat(handle.poll(Context.of(Waker.noop()))).isEqualTo(Poll.ready("value"));
    assertThat(probe.cancels()).isZero();
  }

  @Test
  void from_another_thread_during_a_poll_it_does_not_wait_for_the_poll() {
    CountDownLatch inPoll = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Probe<String> probe =
        Probe.of(
            _ -> {
              inPoll.countDown();
              goOn.await();
              return Poll.pending();
            });
    JoinHandle<String> handle = rig.spawn(probe);
    Thread worker = Thread.ofPlatform().daemon().start(rig.scheduler::runNext);
    Patience.await("the poll to begin", () -> inPoll.getCount() == 0);
    handle.abort();
    assertThat(handle.isFinished()).isFalse();
    goOn.countDown();
    Patience.awaitEnd(worker);
    assertThat(rig.scheduler.runAll()).isEqualTo(1);
    assertThatItWasCancelled(handle, probe, 1);
  }

  @Test
  void after_the_end_it_does_nothing() throws Exception {
    Probe<String> probe = Probe.ready("value");
    JoinHandle<String> handle = rig.spawn(probe);
    rig.runAll();
    handle.abort();
    assertThat(rig.scheduler.queued()).isZero();
    assertThat(handle.poll(Context.of(Waker.noop()))).isEqualTo(Poll.ready("value"));
    assertThat(probe.cancels()).isZero();
  }

  @Test
  void aborting_twice_is_aborting_once() {
    Probe<String> probe = Probe.waiting();
    JoinHandle<String> handle = rig.spawn(probe);
    handle.abort();
    handle.abort();
    rig.runAll();
    handle.abort();
    assertThat(rig.scheduler.queued()).isZero();
    assertThatItWasCancelled(handle, probe, 0);
  }

  @Test
  void joiners_are_woken_after_the_future_was_cancelled() {
    Probe<String> probe = Probe.waiting();
    JoinHandle<String> handle = rig.spawn(probe);
    List<Integer> cancelsSeen = new ArrayList<>();
    JoinHandle<String> joiner =
        rig.spawn(
            context -> {
              try {
                return handle.poll(context);
              } finally {
                cancelsSeen.add(probe.cancels());
              }
            });
    rig.runAll();
    handle.abort();
    rig.runAll();
    assertThat(cancelsSeen).containsExactly(0, 1);
    assertThat(joiner.isFinished()).isTrue();
    assertThatThrownBy(() -> joiner.poll(Context.of(Waker.noop())))
        .cause()
        .isInstanceOf(TaskCancelledException.class);
  }

  @Test
  void a_task_may_be_aborted_from_the_cancel_of_another() {
    Probe<String> inner = Probe.waiting();
    JoinHandle<String> innerHandle = rig.spawn(inner);
    Probe<String> outer = Probe.of(new CancelRuns(innerHandle::abort));
    JoinHandle<String> outerHandle = rig.spawn(outer);
    rig.runAll();
    outerHandle.abort();
    rig.runAll();
    assertThatItWasCancelled(outerHandle, outer, 1);
    assertThatItWasCancelled(innerHandle, inner, 1);
  }

  /// An abort and the poll that would have been the last: one of them decides, and both do at
  /// times.
  @Test
  void when_it_races_with_the_last_poll_either_the_value_stands_or_the_future_was_cancelled() {
    TaskCell<?>[] task = {rig.cell(Probe.ready("value"))};
    Probe<?>[] probe = new Probe<?>[1];
    int[] outcomes = new int[2];
    rig.runAll();
    Race.of(
        3_000,
        _ -> task[0].abort(),
        _ -> rig.scheduler.runAll(),
        round -> {
          rig.scheduler.runAll();
          if (round > 0) {
            boolean cancelled = isCancelled(task[0]);
            if (probe[0].cancels() != (cancelled ? 1 : 0)
                || probe[0].polls() != (cancelled ? 0 : 1)) {
              throw new AssertionError("both or neither in round " + round);
            }
            outcomes[cancelled ? 0 : 1]++;
          }
          Probe<String> next = Probe.ready("value");
          probe[0] = next;
          task[0] = rig.cell(next);
        });
    assertThat(outcomes[0]).as("how often it was cancelled").isPositive();
    assertThat(outcomes[1]).as("how often its value stood").isPositive();
  }

  private static boolean isCancelled(TaskCell<?> task) {
    try {
      return !task.result().isReady();
    } catch (TaskCancelledException _) {
      return true;
    }
  }

  private static void assertThatItWasCancelled(
      JoinHandle<String> handle, Probe<String> probe, int polls) {
    assertThat(handle.isFinished()).isTrue();
    assertThat(probe.polls()).isEqualTo(polls);
    assertThat(probe.cancels()).isEqualTo(1);
    assertThat(probe.broken()).isEmpty();
    TaskId id = handle.id();
    assertThatThrownBy(() -> handle.poll(Context.of(Waker.noop())))
        .isExactlyInstanceOf(TaskCancelledException.class)
        .hasMessage(id + " was cancelled before it was done")
        .satisfies(e -> assertThat(((TaskCancelledException) e).task()).isEqualTo(id));
  }
}
