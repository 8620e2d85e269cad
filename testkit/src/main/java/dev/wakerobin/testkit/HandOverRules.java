package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.testkit.BareRig.BareTask;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// S1 to S3, and S8: what becomes of a task that is handed over.
interface HandOverRules extends Rules {

  /// S1: the thread that hands a task over goes on at once, and the task runs later.
  @Test
  default void s1_schedule_puts_the_task_away_and_does_not_run_it() {
    try (BareRig rig = bare()) {
      AtomicInteger ran = new AtomicInteger();
      Queue<String> nested = new ConcurrentLinkedQueue<>();
      ThreadLocal<Integer> level = ThreadLocal.withInitial(() -> 0);
      Runnable child =
          () -> {
            if (level.get() > 0) {
              nested.add("a task ran inside another one's schedule, on " + Thread.currentThread());
            }
            ran.incrementAndGet();
          };
      rig.schedule(
          () -> {
            level.set(1);
            for (int i = 0; i < 10; i++) {
              rig.schedule(child);
            }
            level.set(0);
          });
      Patience.await("ten tasks scheduled from within a task to run", () -> ran.get() == 10);
      assertThat(nested).isEmpty();
    }
  }

  /// S1: nobody takes tasks, and still `schedule` returns.
  @Test
  default void s1_schedule_does_not_block_while_all_workers_are_busy() {
    try (BareRig rig = bare()) {
      CountDownLatch gate = new CountDownLatch(1);
      AtomicInteger ran = new AtomicInteger();
      for (int i = 0; i < parallelism(); i++) {
        rig.schedule(() -> awaitGate(gate));
      }
      Thread submitter =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    for (int i = 0; i < 50_000; i++) {
                      rig.schedule(ran::incrementAndGet);
                    }
                  });
      Patience.await(
          "schedule to return 50,000 times while all workers are busy", () -> !submitter.isAlive());
      gate.countDown();
      Patience.await("50,000 tasks to run", () -> ran.get() == 50_000);
    }
  }

  /// S2: from outside and from inside, in bursts that overflow any queue of fixed size.
  @Property(tries = 25)
  default void s2_each_task_runs_once_per_hand_over(
      @ForAll @IntRange(min = 1, max = 4) int submitters,
      @ForAll @IntRange(min = 1, max = 400) int perSubmitter,
      @ForAll @IntRange(min = 0, max = 3) int children) {
    try (BareRig rig = bare()) {
      Queue<BareTask> all = new ConcurrentLinkedQueue<>();
      AtomicInteger ran = new AtomicInteger();
      Runnable parent =
          () -> {
            for (int i = 0; i < children; i++) {
              all.add(rig.schedule(ran::incrementAndGet));
            }
            ran.incrementAndGet();
          };
      int expected = submitters * perSubmitter * (1 + children);
      for (int i = 0; i < submitters; i++) {
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  for (int k = 0; k < perSubmitter; k++) {
                    all.add(rig.schedule(parent));
                  }
                });
      }
      Patience.await(
          () -> expected + " tasks to run; " + ran + " have", () -> ran.get() >= expected);
      Patience.await("all hand-overs to be noted", () -> all.size() == expected);
      assertThat(all).allSatisfy(task -> assertThat(task.runs()).isEqualTo(1));
    }
  }

  /// S2: a task that is handed over again while it runs is run again, once for each hand-over.
  @Test
  default void s2_a_task_handed_over_from_within_itself_runs_again() {
    try (BareRig rig = bare()) {
      AtomicReference<BareTask> self = new AtomicReference<>();
      AtomicInteger left = new AtomicInteger(1000);
      self.set(
          rig.task(
              () -> {
                if (left.getAndDecrement() > 0) {
                  rig.scheduler().schedule(self.get());
                }
              }));
      rig.scheduler().schedule(self.get());
      Patience.await("a task to run 1,001 times", () -> self.get().runs() == 1001);
    }
  }

  /// S2: a task hands over a few others and stays in its poll until they have run. So others have
  /// to come and take them, in batches of every small size.
  @Test
  default void s2_what_others_take_from_a_worker_in_a_long_poll_runs_once() {
    if (!isParallel()) {
      return; // Nobody else is there.
    }
    try (BareRig rig = bare()) {
      for (int round = 0; round < 60; round++) {
        int batch = 1 + round % 12;
        Queue<BareTask> children = new ConcurrentLinkedQueue<>();
        AtomicInteger ran = new AtomicInteger();
        BareTask parent =
            rig.schedule(
                () -> {
                  for (int i = 0; i < batch; i++) {
                    children.add(rig.schedule(ran::incrementAndGet));
                  }
                  Patience.await("others to run " + batch + " tasks", () -> ran.get() >= batch);
                });
        Patience.await(
            () -> batch + " tasks to run that lie with a busy worker; " + ran + " have",
            () -> parent.runs() == 1 && ran.get() >= batch);
        assertThat(children).allSatisfy(task -> assertThat(task.runs()).isEqualTo(1));
      }
    }
  }

  /// S3: a plain field written before `schedule` is read in `run`.
  @Property(tries = 10)
  default void s3_what_happened_before_schedule_is_seen_in_run(
      @ForAll @IntRange(min = 1, max = 2000) int hops) {
    try (BareRig rig = bare()) {
      int[] plain = new int[1];
      AtomicInteger wrong = new AtomicInteger();
      CountDownLatch done = new CountDownLatch(1);
      hop(rig, plain, hops, wrong, done);
      Patience.await("a relay of " + hops + " tasks to end", () -> done.getCount() == 0);
      assertThat(wrong).as("reads that missed a write").hasValue(0);
      assertThat(plain[0]).isEqualTo(hops);
    }
  }

  private static void hop(
      BareRig rig, int[] plain, int hops, AtomicInteger wrong, CountDownLatch done) {
    int expected = plain[0];
    rig.schedule(
        () -> {
          if (plain[0] != expected) {
            wrong.incrementAndGet();
          }
          plain[0]++;
          if (plain[0] < hops) {
            hop(rig, plain, hops, wrong, done);
          } else {
            done.countDown();
          }
        });
  }

  /// S8: it is reported, and the same threads go on with other tasks.
  @Test
  default void s8_what_a_task_throws_is_reported_and_kills_no_worker() {
    try (BareRig rig = bare()) {
      int bad = 4 * parallelism();
      for (int i = 0; i < bad; i++) {
        boolean error = i % 2 == 0;
        rig.schedule(
            () -> {
              if (error) {
                throw new StackOverflowError("on purpose");
              }
              throw new IllegalStateException("on purpose");
            });
      }
      AtomicInteger ran = new AtomicInteger();
      for (int i = 0; i < 100; i++) {
        rig.schedule(ran::incrementAndGet);
      }
      Patience.await("100 tasks to run after others have thrown", () -> ran.get() == 100);
      Patience.await("what they threw to be reported", () -> rig.reports().size() == bad);
    }
  }

  /// S8: a stray interrupt, left behind by a task, ends no worker.
  @Test
  default void s8_an_interrupt_does_not_end_a_worker() {
    if (!isParallel()) {
      return; // On the caller's thread an interrupt is the caller's: see R-rules on blockOn.
    }
    try (BareRig rig = bare()) {
      for (int i = 0; i < 4 * parallelism(); i++) {
        rig.schedule(() -> Thread.currentThread().interrupt());
      }
      AtomicInteger ran = new AtomicInteger();
      for (int i = 0; i < 100; i++) {
        rig.schedule(ran::incrementAndGet);
      }
      Patience.await("100 tasks to run after interrupts", () -> ran.get() == 100);
      assertThat(rig.madeThreads()).allSatisfy(thread -> assertThat(thread.isAlive()).isTrue());
    }
  }

  private static void awaitGate(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
