package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// R1 to R4: what a scheduler may rely on. A [WitnessScheduler] stands between the runtime and the
/// scheduler and watches.
interface RuntimeRules extends Rules {

  /// R1: also while foreign threads ring, abort, and the runtime closes.
  @Property(tries = 20)
  default void r1_no_task_is_handed_over_twice_before_it_is_run(
      @ForAll(supplier = Program.Any.class) Program program) {
    witness("R1", program);
  }

  /// R2: whatever the tasks throw.
  @Property(tries = 10)
  default void r2_nothing_comes_out_of_run(@ForAll(supplier = Program.Any.class) Program program) {
    witness("R2", program);
  }

  /// R3: the latch of `blockOn` opens because a task ended, and not by itself.
  @Property(tries = 10)
  default void r3_a_latch_opens_only_while_tasks_run(
      @ForAll(supplier = Program.Any.class) Program program) {
    witness("R3", program);
  }

  private void witness(String rule, Program program) {
    WitnessScheduler.Provider witnessed = new WitnessScheduler.Provider(provider());
    try (RuntimeRig rig = RuntimeRig.inRealTime(witnessed, parallelism())) {
      JoinHandle<Unit> throwing =
          rig.runtime()
              .spawn(
                  "throwing",
                  new Future<Unit>() {
                    @Override
                    public Poll<Unit> poll(dev.wakerobin.Context context) {
                      return Poll.pending();
                    }

                    @Override
                    public void cancel() {
                      throw new AssertionError("on purpose");
                    }
                  });
      JoinHandle<Integer> task = rig.runtime().spawn(new ProgramTask(program));
      throwing.abort();
      joinAnyhow(rig, task);
      joinAnyhow(rig, throwing);
      rig.problems()
          .removeIf(
              problem -> String.valueOf(problem.getMessage()).contains("threw from cancel()"));
    }
    assertThat(witnessed.broken())
        .as("what a scheduler may rely on, and was broken by the runtime")
        .noneMatch(sentence -> sentence.startsWith(rule));
  }

  private static void joinAnyhow(RuntimeRig rig, JoinHandle<?> task) {
    try {
      rig.run(task);
    } catch (TaskFailedException | TaskCancelledException expected) {
      assertThat(expected).hasMessageContaining("task");
    }
  }

  /// R4: on a scheduler of the kit's own that takes no parker.
  @Test
  default void r4_timers_fire_although_the_scheduler_takes_no_parker() {
    try (RuntimeRig rig = new RuntimeRig(new Parkerless(), 1)) {
      List<JoinHandle<Unit>> sleepers = new ArrayList<>();
      for (int i = 1; i <= 10; i++) {
        AtomicBoolean asleep = new AtomicBoolean();
        Future<Unit> hours = Tasks.sleep(Duration.ofHours(i));
        sleepers.add(
            rig.runtime()
                .spawn(
                    context -> {
                      Poll<Unit> answer = hours.poll(context);
                      asleep.set(true);
                      return answer;
                    }));
        Patience.await("a task to set its timer", asleep::get);
      }
      for (JoinHandle<Unit> sleeper : sleepers) {
        rig.clock().advance(Duration.ofHours(1));
        rig.run(sleeper);
      }
    }
  }

  /// One thread of an executor.
  final class Parkerless implements SchedulerProvider {
    @Override
    public String name() {
      return "parkerless";
    }

    @Override
    public Scheduler create(SchedulerContext context) {
      ExecutorService executor = Executors.newSingleThreadExecutor(context.threads());
      return new Scheduler() {
        @Override
        public void schedule(ReadyTask task) {
          try {
            executor.execute(task);
          } catch (RejectedExecutionException _) {
            // Closed: the runtime ends the task.
          }
        }

        @Override
        public void close() {
          executor.shutdownNow();
          Patience.await("the executor to end", executor::isTerminated);
        }
      };
    }
  }
}
