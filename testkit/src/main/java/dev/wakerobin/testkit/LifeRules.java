package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// R10, R11, R13 and R14: timers, instruments, memory, and how a runtime ends.
interface LifeRules extends Rules {

  /// R10: whatever state the tasks are in, each ends, and its future is cancelled at most once.
  @Property(tries = 15)
  default void r10_close_ends_every_task_and_tells_its_future(
      @ForAll @IntRange(min = 0, max = 300) int tasks,
      @ForAll @IntRange(min = 0, max = 50) int polledFirst) {
    List<JoinHandle<Unit>> handles = new ArrayList<>();
    AtomicInteger cancels = new AtomicInteger();
    AsyncRuntime runtime;
    try (RuntimeRig rig = rig()) {
      runtime = rig.runtime();
      for (int i = 0; i < tasks; i++) {
        handles.add(runtime.spawn(new Forever(cancels)));
      }
      for (int i = 0; i < polledFirst; i++) {
        rig.run(Tasks.yieldNow());
      }
    }
    assertThat(handles).allSatisfy(handle -> assertThat(handle.isFinished()).isTrue());
    assertThat(cancels).hasValue(tasks);
    JoinHandle<Unit> late = runtime.spawn(new Forever(cancels));
    assertThat(late.isFinished()).as("a task spawned after close").isTrue();
    assertThat(cancels).hasValue(tasks + 1);
    assertThatThrownBy(() -> late.poll(Context.of(Waker.noop())))
        .isInstanceOf(TaskCancelledException.class);
  }

  /// Sleeps for a day, and counts how often it is told that nobody cares.
  final class Forever implements Future<Unit> {
    private final Future<Unit> sleep = Tasks.sleep(Duration.ofDays(1));
    private final AtomicInteger cancels;

    Forever(AtomicInteger cancels) {
      this.cancels = cancels;
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      return sleep.poll(context);
    }

    @Override
    public void cancel() {
      sleep.cancel();
      cancels.incrementAndGet();
    }
  }

  /// R10: while foreign threads spawn and a blockOn is under way.
  @Test
  default void r10_closing_under_load_leaves_nobody_waiting() {
    for (int round = 0; round < 20; round++) {
      Queue<JoinHandle<Unit>> handles = new ConcurrentLinkedQueue<>();
      RuntimeRig rig = rig();
      Thread spawner =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    while (!rig.runtime().isClosed()) {
                      handles.add(rig.runtime().spawn(Tasks.yieldNow()));
                    }
                  });
      Thread waiter =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      rig.runtime().blockOn(new Forever(new AtomicInteger()));
                    } catch (TaskCancelledException | InterruptedException expected) {
                      Thread.currentThread().interrupt();
                    }
                  });
      Patience.await("tasks to be spawned", () -> handles.size() > 100);
      rig.runtime().close();
      Patience.await("blockOn to return after close", () -> !waiter.isAlive());
      Patience.await("the spawner to notice", () -> !spawner.isAlive());
      rig.close(); // Only now: what was spawned beside the close is ended by its spawner.
      assertThat(handles).allSatisfy(handle -> assertThat(handle.isFinished()).isTrue());
    }
  }

  /// R11: never early, and in the order of their deadlines.
  @Property(tries = 20)
  default void r11_timers_fire_in_the_order_of_their_deadlines_and_never_early(
      @ForAll @IntRange(min = 1, max = 60) int sleepers, @ForAll long seed) {
    try (RuntimeRig rig = rig()) {
      Random random = new Random(seed);
      Queue<String> early = new ConcurrentLinkedQueue<>();
      AtomicInteger asleep = new AtomicInteger();
      List<JoinHandle<Unit>> handles = new ArrayList<>();
      List<Integer> durations = new ArrayList<>();
      long began = rig.runtime().now().toEpochMilli();
      for (int i = 0; i < sleepers; i++) {
        int millis = random.nextInt(1000);
        durations.add(millis);
        Future<Unit> sleep = Tasks.sleep(Duration.ofMillis(millis));
        handles.add(
            rig.runtime()
                .spawn(
                    context -> {
                      Poll<Unit> answer = sleep.poll(context);
                      long passed = rig.runtime().now().toEpochMilli() - began;
                      if (answer.isReady() && passed < millis) {
                        early.add("a sleep of " + millis + " ms ended after " + passed);
                      }
                      asleep.incrementAndGet();
                      return answer;
                    }));
      }
      Thread mover =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    Patience.await("all to be asleep", () -> asleep.get() >= sleepers);
                    for (int passed = 50; passed <= 1000; passed += 50) {
                      rig.clock().advance(Duration.ofMillis(50));
                      awaitDue(handles, durations, passed);
                    }
                  });
      handles.forEach(rig::run);
      Patience.await("the clock to be moved", () -> !mover.isAlive());
      assertThat(early).isEmpty();
    }
  }

  private static void awaitDue(
      List<JoinHandle<Unit>> handles, List<Integer> durations, int passedMillis) {
    for (int i = 0; i < handles.size(); i++) {
      if (durations.get(i) <= passedMillis) {
        JoinHandle<Unit> due = handles.get(i);
        Patience.await(
            "a sleep of %d ms to end, of which %d have passed"
                .formatted(durations.get(i), passedMillis),
            due::isFinished);
      }
    }
  }

  /// R11: by the real clock, for whoever moves a manual one tells everybody to look.
  @Test
  default void r11_a_sleeper_that_waits_for_a_later_timer_hears_of_a_nearer_one()
      throws InterruptedException {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(provider())
            .parallelism(parallelism())
            .clock(Clock.system())
            .build()) {
      for (int round = 0; round < 5; round++) {
        JoinHandle<Unit> late = runtime.spawn("late", Tasks.sleep(Duration.ofHours(1)));
        Thread caller = Thread.ofPlatform().daemon().start(() -> blockOn(runtime, late));
        Patience.await(
            "the threads to fall asleep",
            () ->
                caller.getState() == Thread.State.WAITING
                    || caller.getState() == Thread.State.TIMED_WAITING);
        JoinHandle<Unit> soon = runtime.spawn("soon", Tasks.sleep(Duration.ofMillis(5)));
        Patience.await(
            "a sleep of 5 ms to end that was set while others slept for an hour", soon::isFinished);
        late.abort();
        caller.join();
      }
    }
  }

  private static void blockOn(AsyncRuntime runtime, JoinHandle<Unit> handle) {
    try {
      Unit _ = runtime.blockOn(handle);
    } catch (InterruptedException | TaskCancelledException expected) {
      Thread.currentThread().interrupt();
    }
  }

  /// R13: an instrument that throws is reported and removed, and the run goes on.
  @Test
  default void r13_an_instrument_that_throws_is_reported_once_and_the_run_goes_on()
      throws InterruptedException {
    Queue<Throwable> problems = new ConcurrentLinkedQueue<>();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(provider())
            .parallelism(1)
            .reporter(problems::add)
            .instrument(
                _ -> {
                  throw new IllegalStateException("on purpose");
                })
            .build()) {
      for (int i = 0; i < 10; i++) {
        runtime.blockOn(Tasks.yieldNow());
      }
    }
    assertThat(problems).isNotEmpty();
    assertThat(problems)
        .allSatisfy(problem -> assertThat(problem).hasMessageContaining("threw and was removed"));
    assertThat(problems.size()).as("reports: one thread each at most").isLessThanOrEqualTo(3);
  }

  /// R14: what a finished task held can be collected, though its runtime lives on.
  @Test
  default void r14_no_memory_is_kept_for_a_finished_task() {
    try (RuntimeRig rig = rig()) {
      List<WeakReference<byte[]>> refs = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        byte[] ballast = new byte[100_000];
        refs.add(new WeakReference<>(ballast));
        JoinHandle<byte[]> task = rig.runtime().spawn(_ -> Poll.ready(ballast));
        rig.run(task);
      }
      rig.run(Tasks.yieldNow());
      Patience.await("what 50 finished tasks held to be collected", gone(refs));
    }
  }

  private static BooleanSupplier gone(List<WeakReference<byte[]>> refs) {
    return () -> {
      System.gc();
      return refs.stream().allMatch(ref -> ref.get() == null);
    };
  }
}
