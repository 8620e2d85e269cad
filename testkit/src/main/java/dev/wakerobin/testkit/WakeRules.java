package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// R6 to R8 where they are hard: races between a wake, a poll and an abort, with payloads in plain
/// fields and random pauses, so that the memory order is tested and not only the order of steps.
interface WakeRules extends Rules {
  /// How many pairs of rings there are in one try.
  int RINGS = 20_000;

  /// How long one try lasts at most.
  long MOST_NANOS = 1_000_000_000;

  /// The same as [#RINGS] where one thread does everything, and is slow to hear of foreign rings.
  int RINGS_ON_CALLERS_THREAD = 500;

  /// R7: two rings, close together, and a plain field written in between: often the second finds
  /// the task woken already, just when its poll begins. There is one worker, kept awake by a task
  /// that yields, and no instrument: both would make the moment in which a payload is lost rare. A
  /// try ends after a second at the latest, however busy the machine is.
  @Property(tries = 6)
  default void r7_a_ring_that_finds_the_task_woken_carries_its_payload(@ForAll long seed) {
    Random random = new Random(seed);
    int rings = isParallel() ? RINGS : RINGS_ON_CALLERS_THREAD;
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().scheduler(provider()).parallelism(1).build()) {
      Relay relay = new Relay();
      AtomicBoolean enough = new AtomicBoolean();
      Thread driver = Thread.ofPlatform().daemon().start(() -> keepAwake(runtime, relay, enough));
      Patience.await("the reader's first poll", () -> relay.waker != Waker.noop());
      long began = System.nanoTime();
      int round = 0;
      while (round < rings && System.nanoTime() - began < MOST_NANOS) {
        round++;
        relay.waker.wake();
        spin(random.nextInt(40));
        relay.payload = round;
        relay.waker.wake();
        relay.awaitSeen(round);
      }
      enough.set(true);
      Patience.await("the driver to end", () -> !driver.isAlive());
      Evidence.addCases(round);
    }
  }

  private static void keepAwake(AsyncRuntime runtime, Relay relay, AtomicBoolean enough) {
    runtime.spawn("reader", relay);
    try {
      Unit _ =
          runtime.blockOn(
              context -> {
                context.waker().wake();
                return enough.get() ? Poll.ready() : Poll.<Unit>pending();
              });
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Reads a plain field in each poll and shows what it has read.
  final class Relay implements Future<Unit> {
    private int payload; // Plain on purpose.
    private volatile int seen;
    private volatile Waker waker = Waker.noop();

    @Override
    public Poll<Unit> poll(Context context) {
      seen = payload;
      if (waker == Waker.noop()) {
        waker = context.waker();
      }
      return Poll.pending();
    }

    void awaitSeen(int round) {
      for (int i = 0; i < 20_000 && seen != round; i++) {
        Thread.onSpinWait();
      }
      Patience.await(
          () ->
              "a poll that sees what was written before ring %d; the last poll saw %d"
                  .formatted(round, seen),
          () -> seen == round);
    }
  }

  /// R6, R8: an abort and a wake at once, while the task ends or waits; whatever comes first, the
  /// future is either finished or cancelled, never both, and never polled afterwards.
  @Property(tries = 4)
  default void r8_an_abort_beside_a_wake_ends_the_task_once(@ForAll long seed) {
    Random random = new Random(seed);
    int completed = 0;
    int cancelled = 0;
    try (RuntimeRig rig = rig()) {
      for (int round = 0; round < 200; round++) {
        Ending ending = new Ending();
        JoinHandle<Unit> task = rig.runtime().spawn("ending", ending);
        rig.run(Tasks.yieldNow());
        boolean abortFirst = random.nextBoolean();
        Thread ringer = Thread.ofPlatform().daemon().unstarted(ending::end);
        if (abortFirst) {
          task.abort();
          ringer.start();
        } else {
          ringer.start();
          spin(random.nextInt(20_000));
          task.abort();
        }
        try {
          rig.run(task);
          completed++;
        } catch (TaskCancelledException expected) {
          cancelled++;
          assertThat(ending.cancels).as("cancels of a cancelled future").hasValue(1);
        }
        Patience.await("the ringer to end", () -> !ringer.isAlive());
        ending.waker.wake();
        task.abort();
        rig.run(Tasks.yieldNow());
        assertThat(ending.faults)
            .as("polls or cancels after the end, or beside a poll")
            .hasValue(0);
        assertThat(ending.cancels.get()).isLessThanOrEqualTo(1);
      }
    }
    Evidence.addCases(200);
    assertThat(cancelled).as("aborts that came in time: the race is tested").isPositive();
    assertThat(completed + cancelled).isEqualTo(200);
  }

  /// Ends when told to, and notes what must not happen to it.
  final class Ending implements Future<Unit> {
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger cancels = new AtomicInteger();
    private volatile boolean over;
    private volatile Waker waker = Waker.noop();

    void end() {
      told.set(true);
      waker.wake();
    }

    @Override
    public Poll<Unit> poll(Context context) {
      enter();
      waker = context.waker();
      over = told.get();
      inside.decrementAndGet();
      return over ? Poll.ready() : Poll.pending();
    }

    @Override
    public void cancel() {
      enter();
      over = true;
      cancels.incrementAndGet();
      inside.decrementAndGet();
    }

    private void enter() {
      boolean alone = inside.incrementAndGet() == 1;
      if (over || !alone) {
        faults.incrementAndGet();
      }
    }
  }

  /// R6: an aborted task is not polled again, although it is woken as well.
  @Test
  default void r6_a_task_that_was_aborted_is_polled_no_more() {
    try (RuntimeRig rig = rig()) {
      for (int round = 0; round < 100; round++) {
        AtomicInteger polls = new AtomicInteger();
        AtomicBoolean aborted = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        JoinHandle<Unit> task =
            rig.runtime()
                .spawn(
                    "victim",
                    context -> {
                      polls.incrementAndGet();
                      if (aborted.get()) {
                        late.incrementAndGet();
                      }
                      return Poll.pending();
                    });
        Patience.await(
            "the first poll",
            () -> {
              rig.run(Tasks.yieldNow());
              return polls.get() > 0;
            });
        task.abort();
        aborted.set(true);
        try {
          rig.run(task);
        } catch (TaskCancelledException expected) {
          assertThat(task.isFinished()).isTrue();
        }
        assertThat(late).as("polls that began after abort() had returned").hasValue(0);
      }
    }
  }

  private static void spin(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
  }
}
