package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Waker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockOnTest {
  private final Rig rig = Rig.create();

  @AfterEach
  void close() {
    rig.close();
    assertThat(rig.reports).isEmpty();
  }

  // ---- What comes out of it

  @Test
  void it_gives_the_value_of_the_future() throws InterruptedException {
    assertThat(rig.runtime.blockOn(TaskCellTest.wakingItself(3))).isEqualTo("value");
  }

  @Test
  void it_throws_what_the_future_threw_as_the_cause() {
    IOException thrown = new IOException("on purpose");
    assertThatThrownBy(() -> rig.runtime.blockOn(Probe.throwing(thrown)))
        .isInstanceOf(TaskFailedException.class)
        .hasMessage("task 1 failed: java.io.IOException: on purpose")
        .cause()
        .isSameAs(thrown);
  }

  @Test
  void a_failure_of_a_task_that_the_future_joined_is_thrown_as_it_is() {
    JoinHandle<String> failing = rig.spawn(Probe.throwing(new IOException("on purpose")));
    assertThatThrownBy(() -> rig.runtime.blockOn(failing))
        .isInstanceOf(TaskFailedException.class)
        .hasMessage("task 1 failed: java.io.IOException: on purpose");
  }

  @Test
  void the_cancelling_of_a_task_that_the_future_joined_is_thrown_as_it_is() {
    JoinHandle<String> aborted = rig.spawn(Probe.waiting());
    aborted.abort();
    assertThatThrownBy(() -> rig.runtime.blockOn(aborted))
        .isInstanceOf(TaskCancelledException.class)
        .hasMessage("task 1 was cancelled before it was done");
  }

  @Test
  void what_the_future_wrote_is_seen_afterwards() throws InterruptedException {
    List<String> plain = new ArrayList<>();
    rig.runtime.blockOn(context -> Poll.ready(plain.add("written")));
    assertThat(plain).containsExactly("written");
  }

  @Test
  void it_may_be_called_again_and_from_several_threads_at_once() {
    rig.scheduler.takeNoThreads();
    List<Thread> callers = new ArrayList<>();
    List<AtomicReference<String>> values = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "value " + i;
      AtomicReference<String> value = new AtomicReference<>("");
      values.add(value);
      Future<String> yields = TaskCellTest.wakingItself(100);
      callers.add(
          caller(
              () -> {
                rig.runtime.blockOn(yields);
                value.set(rig.runtime.blockOn(_ -> Poll.ready(name)));
              }));
    }
    Patience.await(
        "the callers to end",
        () -> {
          rig.runAll();
          return callers.stream().noneMatch(Thread::isAlive);
        });
    assertThat(values)
        .extracting(AtomicReference::get)
        .containsExactly("value 0", "value 1", "value 2", "value 3");
  }

  // ---- Misuse

  @Test
  void from_within_a_task_it_is_refused_with_the_way_out() {
    JoinHandle<String> handle =
        rig.runtime.spawn("misuser", _ -> Poll.ready(rig.runtime.blockOn(Probe.ready("never"))));
    rig.runAll();
    assertThatThrownBy(() -> rig.runtime.blockOn(handle))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "blockOn was called from within task 1 'misuser': it would wait for itself. Return the"
                + " future to the caller, or spawn it");
  }

  @Test
  void from_within_a_blocking_call_it_is_allowed() throws Exception {
    rig.scheduler.takeNoThreads();
    JoinHandle<String> call =
        rig.runtime.spawnBlocking(() -> rig.runtime.blockOn(Probe.ready("value")));
    rig.runUntilFinished(call);
    assertThat(call.poll(Context.of(Waker.noop()))).isEqualTo(Poll.ready("value"));
  }

  @Test
  @SuppressWarnings("NullAway") // On purpose.
  void null_is_refused_at_once() {
    assertThatThrownBy(() -> rig.runtime.blockOn(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("future");
    assertThatThrownBy(() -> rig.runtime.spawn(null)).hasMessage("future");
    assertThatThrownBy(() -> rig.runtime.spawn(null, Probe.waiting())).hasMessage("name");
    assertThatThrownBy(() -> rig.runtime.spawnBlocking(null)).hasMessage("call");
    assertThatThrownBy(() -> rig.runtime.spawnComputation(null)).hasMessage("call");
    assertThat(rig.engine().live().snapshot()).isEmpty();
  }

  // ---- The close

  @Test
  void after_the_close_it_throws_that_the_task_was_cancelled() {
    rig.close();
    Probe<String> probe = Probe.ready("value");
    assertThatThrownBy(() -> rig.runtime.blockOn(probe)).isInstanceOf(TaskCancelledException.class);
    assertThat(probe.polls()).isZero();
    assertThat(probe.cancels()).isEqualTo(1);
  }

  @Test
  void a_close_meanwhile_ends_it() {
    Probe<String> probe = Probe.waiting();
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread caller = caller(() -> rig.runtime.blockOn(probe), thrown);
    Patience.await("the root to wait", () -> probe.polls() == 1);
    rig.close();
    Patience.awaitEnd(caller);
    assertThat(thrown.get()).isInstanceOf(TaskCancelledException.class);
    assertThat(probe.cancels()).isEqualTo(1);
  }

  // ---- Interrupts

  @Test
  void an_interrupt_cancels_the_root_and_is_thrown() {
    Probe<String> probe = Probe.waiting();
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    boolean[] stillInterrupted = new boolean[1];
    Thread caller =
        caller(
            () -> {
              try {
                rig.runtime.blockOn(probe);
              } finally {
                stillInterrupted[0] = Thread.currentThread().isInterrupted();
              }
            },
            thrown);
    Patience.await("the root to wait", () -> probe.polls() == 1);
    caller.interrupt();
    Patience.awaitEnd(caller);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(stillInterrupted[0]).isFalse();
    assertThat(probe.cancels()).as("it was cancelled before blockOn came back").isEqualTo(1);
    assertThat(rig.engine().live().snapshot()).isEmpty();
  }

  @Test
  void who_is_interrupted_already_cancels_the_root_at_once() {
    Probe<String> probe = Probe.waiting();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> rig.runtime.blockOn(probe)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(probe.cancels()).isEqualTo(1);
  }

  @Test
  void who_is_interrupted_twice_leaves_the_root_to_itself() {
    rig.scheduler.takeNoThreads(); // And nobody runs the root.
    Probe<String> probe = Probe.waiting();
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread caller = caller(() -> rig.runtime.blockOn(probe), thrown);
    Patience.await("the root to be handed over", () -> rig.scheduler.queued() == 1);
    Patience.await(
        "blockOn to give up",
        () -> {
          caller.interrupt();
          return !caller.isAlive();
        });
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(probe.cancels()).isZero();
    rig.runAll();
    assertThat(probe.polls()).isZero();
    assertThat(probe.cancels()).isEqualTo(1);
  }

  @Test
  void a_failure_that_the_interrupted_caller_is_not_told_is_reported_at_the_close() {
    rig.scheduler.takeNoThreads();
    CountDownLatch inPoll = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Probe<String> probe =
        Probe.of(
            _ -> {
              inPoll.countDown();
              goOn.await();
              throw new IllegalStateException("on purpose");
            });
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread caller = caller(() -> rig.runtime.blockOn(probe), thrown);
    Patience.await("the root to be handed over", () -> rig.scheduler.queued() == 1);
    Thread worker = Thread.ofPlatform().daemon().start(rig.scheduler::runNext);
    Patience.await("the poll to begin", () -> inPoll.getCount() == 0);
    caller.interrupt();
    Patience.await("the caller to take the interrupt", () -> !caller.isInterrupted());
    goOn.countDown();
    Patience.awaitEnd(worker);
    Patience.awaitEnd(caller);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    rig.close();
    assertThat(rig.reported())
        .containsExactly("task 1 failed: java.lang.IllegalStateException: on purpose");
    rig.reports.clear();
  }

  // ---- The permit that belongs to the caller's code

  @Test
  void a_permit_that_the_caller_had_is_not_eaten_for_good() throws InterruptedException {
    LockSupport.unpark(Thread.currentThread());
    rig.runtime.blockOn(TaskCellTest.wakingItself(2));
    LockSupport.park(this); // Or this would never come back.
  }

  @Test
  void neither_is_it_when_the_caller_is_interrupted() {
    rig.scheduler.takeNoThreads();
    CountDownLatch unparked = new CountDownLatch(1);
    CountDownLatch parkedAgain = new CountDownLatch(1);
    Thread caller =
        caller(
            () -> {
              LockSupport.unpark(Thread.currentThread());
              unparked.countDown();
              try {
                rig.runtime.blockOn(Probe.waiting());
              } catch (InterruptedException _) {
                LockSupport.park(this);
                parkedAgain.countDown();
              }
            });
    Patience.await("the caller to begin", () -> unparked.getCount() == 0);
    Patience.await("the root to be handed over", () -> rig.scheduler.queued() == 1);
    Patience.awaitParked(caller);
    caller.interrupt();
    Patience.await(
        "the caller's own park to return",
        () -> {
          rig.runAll(); // Cancels the root, once it is aborted.
          return parkedAgain.getCount() == 0;
        });
  }

  // ---- Parts

  private interface Body {
    void run() throws Exception;
  }

  private static Thread caller(Body body) {
    return caller(body, new AtomicReference<>());
  }

  private static Thread caller(Body body, AtomicReference<@Nullable Throwable> thrown) {
    return Thread.ofPlatform()
        .daemon()
        .name("caller")
        .start(
            () -> {
              try {
                body.run();
              } catch (Throwable t) {
                thrown.set(t);
              }
            });
  }
}
