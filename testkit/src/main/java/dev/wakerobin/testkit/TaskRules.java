package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// R5 to R9 and R12: what the runtime promises to tasks and joiners, whatever the scheduler does.
interface TaskRules extends Rules {

  /// R5: polls of one task exclude each other, and each sees what the last one wrote.
  @Property(tries = 10)
  default void r5_a_task_is_polled_by_one_thread_at_a_time(
      @ForAll @IntRange(min = 1, max = 4) int ringers) {
    try (RuntimeRig rig = rig()) {
      Fragile fragile = new Fragile(2000);
      JoinHandle<Integer> task = rig.runtime().spawn("fragile", fragile);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < ringers; i++) {
        threads.add(
            Thread.ofPlatform()
                .daemon()
                .start(
                    () -> {
                      while (!task.isFinished()) {
                        fragile.waker.wake();
                      }
                    }));
      }
      assertThat(rig.run(task)).as("polls that found another one under way").isZero();
      Patience.await("ringers to end", () -> threads.stream().noneMatch(Thread::isAlive));
    }
  }

  /// Counts in plain fields, which two threads at once would spoil.
  final class Fragile implements Future<Integer> {
    private final int polls;
    private final AtomicInteger inside = new AtomicInteger();
    private int polled;
    private int clashes;
    private volatile Waker waker = Waker.noop();

    Fragile(int polls) {
      this.polls = polls;
    }

    @Override
    public Poll<Integer> poll(Context context) {
      if (inside.incrementAndGet() != 1) {
        clashes++;
      }
      waker = context.waker();
      polled++;
      for (int i = polled % 500; i > 0; i--) {
        Thread.onSpinWait(); // So that another one has time to come in.
      }
      inside.decrementAndGet();
      return polled >= polls ? Poll.ready(clashes) : Poll.pending();
    }
  }

  /// R6, R7: rings after the end change nothing, and come from anywhere.
  @Test
  default void r7_a_waker_may_be_rung_after_the_end_and_after_close() {
    AtomicReference<Waker> kept = new AtomicReference<>(Waker.noop());
    AtomicInteger polls = new AtomicInteger();
    try (RuntimeRig rig = rig()) {
      rig.run(
          context -> {
            kept.set(context.waker());
            polls.incrementAndGet();
            return Poll.ready();
          });
      kept.get().wake();
      rig.run(Tasks.yieldNow());
    }
    kept.get().wake();
    assertThat(polls).hasValue(1);
  }

  /// R7: a plain field written before each ring is seen by a poll after it, although rings
  /// coalesce.
  @Property(tries = 10)
  default void r7_what_was_written_before_a_ring_is_seen_by_the_poll_that_follows(
      @ForAll @IntRange(min = 1, max = 5000) int messages) {
    try (RuntimeRig rig = rig()) {
      Mailbox box = new Mailbox(messages);
      JoinHandle<Unit> reader = rig.runtime().spawn("reader", box);
      Thread.ofPlatform().daemon().start(() -> box.fill(messages));
      rig.run(reader);
    }
  }

  /// One plain field, no lock: all that makes it work is the waker's promise.
  final class Mailbox implements Future<Unit> {
    private final int last;
    private int latest; // Plain on purpose.
    private volatile Waker waker = Waker.noop();

    Mailbox(int last) {
      this.last = last;
    }

    void fill(int messages) {
      while (waker == Waker.noop()) {
        Thread.onSpinWait();
      }
      Waker bell = waker;
      for (int i = 1; i <= messages; i++) {
        latest = i;
        bell.wake();
      }
    }

    @Override
    public Poll<Unit> poll(Context context) {
      if (waker == Waker.noop()) {
        waker = context.waker();
      }
      return latest >= last ? Poll.ready() : Poll.pending();
    }
  }

  /// R7: a ring during the poll leads to another poll, whoever rings.
  @Test
  default void r7_a_ring_during_the_poll_is_not_lost() {
    try (RuntimeRig rig = rig()) {
      AtomicInteger polls = new AtomicInteger();
      rig.run(
          context -> {
            Thread ringer = Thread.ofPlatform().daemon().start(context.waker()::wake);
            ringer.join();
            return polls.incrementAndGet() == 500 ? Poll.ready() : Poll.pending();
          });
      assertThat(polls).hasValue(500);
    }
  }

  /// R8: once, not beside a poll, and before the joiners hear of it.
  @Test
  default void r8_an_aborted_future_is_cancelled_once_before_its_joiners_know() {
    try (RuntimeRig rig = rig()) {
      AtomicInteger cancels = new AtomicInteger();
      Future<Unit> endless =
          new Future<>() {
            @Override
            public Poll<Unit> poll(Context context) {
              context.waker().wake();
              return Poll.pending();
            }

            @Override
            public void cancel() {
              cancels.incrementAndGet();
            }
          };
      JoinHandle<Unit> task = rig.runtime().spawn("endless", endless);
      rig.run(Tasks.yieldNow());
      task.abort();
      task.abort();
      assertThatThrownBy(() -> rig.run(task)).isInstanceOf(TaskCancelledException.class);
      assertThat(cancels).hasValue(1);
      assertThat(task.isFinished()).isTrue();
      task.abort();
    }
  }

  /// R9: any number of joiners, before and after the end, get the same.
  @Test
  default void r9_every_joiner_gets_the_same_value_or_the_same_failure() {
    try (RuntimeRig rig = rig()) {
      Object value = new Object();
      IOException cause = new IOException("on purpose");
      Awaited<Object> awaited = new Awaited<>(value);
      JoinHandle<Object> good = rig.runtime().spawn("good", awaited);
      JoinHandle<Object> bad =
          rig.runtime()
              .spawn(
                  "bad",
                  afterOneYield(
                      () -> {
                        throw cause;
                      }));
      List<JoinHandle<Object>> joiners = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        joiners.add(rig.runtime().spawn("joiner " + i, awaited.joinedBy(good)));
      }
      for (JoinHandle<Object> each : joiners) {
        assertThat(rig.run(each)).isSameAs(value);
      }
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> rig.run(bad))
            .isInstanceOf(TaskFailedException.class)
            .hasMessageContaining("'bad' failed")
            .hasCause(cause);
      }
    }
  }

  /// Ends when two have found that it has not: so there are joiners before its end, whoever comes
  /// first.
  final class Awaited<T> implements Future<T> {
    private final T value;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Waker bell = Waker.noop();

    Awaited(T value) {
      this.value = value;
    }

    /// The joiner's future: awaits the handle, and notes if it has to wait.
    Future<T> joinedBy(JoinHandle<T> handle) {
      return context -> {
        Poll<T> answer = handle.poll(context);
        if (!answer.isReady()) {
          waiting.incrementAndGet();
          bell.wake();
        }
        return answer;
      };
    }

    @Override
    public Poll<T> poll(Context context) {
      bell = context.waker();
      return waiting.get() >= 2 ? Poll.ready(value) : Poll.pending();
    }
  }

  /// R12: a task that always finds what it wants is made to yield.
  @Test
  default void r12_a_task_that_is_always_ready_yields_after_a_bounded_number_of_operations() {
    try (RuntimeRig rig = rig()) {
      AtomicInteger polls = new AtomicInteger();
      AtomicInteger operations = new AtomicInteger();
      rig.run(
          context -> {
            polls.incrementAndGet();
            while (operations.get() < 10_000) {
              if (!Tasks.sleep(Duration.ZERO).poll(context).isReady()) {
                return Poll.pending();
              }
              operations.incrementAndGet();
            }
            return Poll.ready();
          });
      assertThat(polls.get()).as("polls for 10,000 operations, all ready").isGreaterThan(10);
    }
  }

  /// An error in a task is the task's end and nobody else's.
  @Test
  default void r2_a_task_that_recurses_without_end_fails_and_the_others_go_on() {
    try (RuntimeRig rig = rig()) {
      JoinHandle<Integer> deep = rig.runtime().spawn("deep", _ -> Poll.ready(recurse(0)));
      assertThatThrownBy(() -> rig.run(deep))
          .isInstanceOf(TaskFailedException.class)
          .hasCauseInstanceOf(StackOverflowError.class);
      rig.run(Tasks.yieldNow());
    }
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : recurse(depth + 1) + 1; // The stack ends long before the numbers do.
  }

  private static <T> Future<T> afterOneYield(ThrowingSupplier<T> supplier) {
    Future<Unit> yield = Tasks.yieldNow();
    return context -> yield.poll(context).isReady() ? Poll.ready(supplier.get()) : Poll.pending();
  }

  /// Gives a value, or throws.
  interface ThrowingSupplier<T> {
    T get() throws Exception;
  }
}
