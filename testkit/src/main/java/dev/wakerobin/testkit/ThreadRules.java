package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.spi.SchedulerTraits.Threads;
import dev.wakerobin.testkit.BareRig.BareTask;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// S5 to S7, S10 and S11: what the threads of a scheduler do, and when they end.
interface ThreadRules extends Rules {

  /// S5: tasks that hand themselves over for ever do not keep the lent thread.
  @Test
  default void s5_run_until_returns_soon_after_its_latch_opened_under_endless_load() {
    try (BareRig rig = bare()) {
      AtomicBoolean enough = new AtomicBoolean();
      AtomicInteger ran = new AtomicInteger();
      for (int i = 0; i < 10; i++) {
        endless(rig, enough, ran);
      }
      Patience.await("endless tasks to run 1,000 times", () -> ran.get() > 1000);
      rig.openLatch();
      rig.awaitLentThreadBack();
      enough.set(true);
    }
  }

  private static void endless(BareRig rig, AtomicBoolean enough, AtomicInteger ran) {
    AtomicReference<BareTask> self = new AtomicReference<>();
    self.set(
        rig.task(
            () -> {
              ran.incrementAndGet();
              if (!enough.get()) {
                rig.scheduler().schedule(self.get());
              }
            }));
    rig.scheduler().schedule(self.get());
  }

  /// S6: time and again everybody is about to fall asleep when a task comes from outside. With one
  /// worker as well, for then nobody else makes up for one that sleeps too deep.
  @Test
  default void s6_a_task_that_comes_while_the_workers_fall_asleep_is_run() {
    comeWhileWorkersFallAsleep(1);
    comeWhileWorkersFallAsleep(parallelism());
  }

  private void comeWhileWorkersFallAsleep(int workers) {
    try (BareRig rig = new BareRig(provider(), workers)) {
      Evidence.addCases(10_000);
      for (int round = 0; round < 10_000; round++) {
        CountDownLatch ran = new CountDownLatch(1);
        rig.schedule(ran::countDown);
        awaitQuickly(ran);
        spinABit(round);
      }
    }
  }

  /// Looks again and again for a while, so that the next task comes within a microsecond or so,
  /// when the workers are just about to fall asleep.
  private static void awaitQuickly(CountDownLatch ran) {
    for (int i = 0; i < 100_000 && ran.getCount() > 0; i++) {
      Thread.onSpinWait();
    }
    Patience.await(
        "a task to run which came when the workers had nothing to do", () -> ran.getCount() == 0);
  }

  /// S6: two come at once, and nobody else does: each has to find a worker.
  @Test
  default void s6_two_tasks_that_wait_for_each_other_both_find_a_worker() {
    if (!isParallel()) {
      return; // One thread cannot do both at once.
    }
    try (BareRig rig = bare()) {
      Evidence.addCases(500);
      for (int round = 0; round < 500; round++) {
        CountDownLatch both = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
          rig.schedule(() -> meet(both));
        }
        spinABit(round);
        Patience.await("two tasks to meet while others sleep", () -> both.getCount() == 0);
      }
    }
  }

  /// S6: a task schedules another one and then stays in its poll; the other must not wait for it.
  @Test
  default void s6_what_a_long_poll_has_scheduled_is_run_by_another_worker() {
    if (!isParallel()) {
      return;
    }
    try (BareRig rig = bare()) {
      for (int round = 0; round < 30; round++) {
        CountDownLatch child = new CountDownLatch(1);
        CountDownLatch parent = new CountDownLatch(1);
        rig.schedule(
            () -> {
              rig.schedule(child::countDown);
              // As a computation would, it keeps its worker.
              Patience.await("the child to run meanwhile", () -> child.getCount() == 0);
              parent.countDown();
            });
        Patience.await(
            "a task to run that was scheduled by a poll which goes on and on",
            () -> parent.getCount() == 0);
      }
    }
  }

  /// S7: after `close` its threads are gone, the lent one is back, and nothing runs any more.
  @Test
  default void s7_close_ends_every_thread_and_closing_again_does_nothing() {
    BareRig rig = bare();
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger ran = new AtomicInteger();
    for (int i = 0; i < 10; i++) {
      endless(rig, enough, ran);
    }
    Patience.await("tasks to run", () -> ran.get() > 100);
    rig.close();
    int atClose = ran.get();
    Patience.await( // The threads of a pool may need a moment more, for their own last steps.
        () -> "these threads to end, which should have by the end of close: " + rig.madeThreads(),
        () -> rig.madeThreads().stream().noneMatch(Thread::isAlive));
    rig.scheduler().close();
    BareTask late = rig.schedule(() -> {});
    assertThat(late.runs()).as("runs of a task that was scheduled after close").isZero();
    assertThat(ran).as("runs after close had returned").hasValue(atClose);
  }

  /// S7: a task is never run twice because the scheduler closes meanwhile.
  @Test
  default void s7_closing_under_load_doubles_no_task() {
    for (int round = 0; round < 20; round++) {
      BareRig rig = bare();
      List<BareTask> all = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        all.add(rig.schedule(() -> {}));
      }
      BareTask oneOfThem = all.get(100 * round);
      Patience.await("tasks to run", () -> oneOfThem.runs() > 0);
      rig.close();
      assertThat(all).allSatisfy(task -> assertThat(task.runs()).isLessThanOrEqualTo(1));
    }
  }

  /// S10: while they are idle the threads use next to no CPU.
  @Test
  default void s10_idle_costs_no_cpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (BareRig rig = bare()) {
      AtomicInteger ran = new AtomicInteger();
      rig.schedule(ran::incrementAndGet);
      Patience.await("a first task to run", () -> ran.get() == 1);
      List<Thread> all = new ArrayList<>(rig.madeThreads());
      all.add(rig.lentThread());
      long before = cpuNanos(threads, all);
      burn(threads, 150_000_000);
      long used = cpuNanos(threads, all) - before;
      Evidence.measured(used, 40_000_000);
      assertThat(used)
          .as("CPU nanoseconds of its threads, idle, while the test's own used 150,000,000")
          .isLessThan(40_000_000);
    }
  }

  /// Computes until this thread has had so much CPU. That, and not the time on the wall, is the
  /// measure for others: on a busy machine they would get as little as this thread.
  private static void burn(ThreadMXBean threads, long nanos) {
    long began = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() - began < nanos) {
      Thread.onSpinWait();
    }
  }

  private static long cpuNanos(ThreadMXBean threads, List<Thread> all) {
    return all.stream()
        .mapToLong(each -> Math.max(0, threads.getThreadCpuTime(each.threadId())))
        .sum();
  }

  /// S11: whose threads run the tasks is as declared.
  @Test
  default void s11_tasks_run_on_the_threads_that_the_traits_declare() {
    try (BareRig rig = bare()) {
      Set<Thread> seen = ConcurrentHashMap.newKeySet();
      AtomicInteger ran = new AtomicInteger();
      for (int i = 0; i < 1000; i++) {
        rig.schedule(
            () -> {
              seen.add(Thread.currentThread());
              ran.incrementAndGet();
            });
      }
      Patience.await("1,000 tasks to run", () -> ran.get() == 1000);
      if (provider().traits().threads() == Threads.CALLERS) {
        assertThat(seen).containsExactly(rig.lentThread());
        assertThat(rig.madeThreads()).as("threads it has had made").isEmpty();
      } else {
        assertThat(seen).doesNotContain(rig.lentThread());
      }
    }
  }

  /// Keeps its worker, as a computation would, until all have come. It gives up in the end, for a
  /// scheduler that lets them down must still be able to close.
  private static void meet(CountDownLatch latch) {
    latch.countDown();
    Patience.await("the others to come", () -> latch.getCount() == 0);
  }

  /// A pause of a different length each time, so that tasks come at all moments of falling asleep.
  private static void spinABit(int round) {
    for (int i = (round * 37) % 1000; i > 0; i--) {
      Thread.onSpinWait();
    }
  }
}
