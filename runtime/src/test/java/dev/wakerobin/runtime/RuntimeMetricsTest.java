package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.RuntimeMetrics.Row;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RuntimeMetricsTest {

  /// What is done to one of a few tasks, or by the scheduler.
  enum Step {
    SPAWN_READY,
    SPAWN_FAILING,
    SPAWN_WAITING,
    SPAWN_YIELDING,
    WAKE,
    ABORT,
    RUN_ONE,
    RUN_ALL
  }

  @Property(tries = 300)
  @SuppressWarnings("try") // Closed early, to see the last numbers.
  void the_numbers_keep_their_laws_whatever_happens(
      @ForAll @Size(max = 60) List<Step> steps, @ForAll @IntRange(min = 0, max = 1_000) int which) {
    List<Probe<String>> probes = new ArrayList<>();
    List<JoinHandle<String>> handles = new ArrayList<>();
    try (Rig rig = Rig.with(it -> it.metrics(true).onUnjoinedFailure(FailurePolicy.IGNORE))) {
      for (Step step : steps) {
        int chosen = probes.isEmpty() ? 0 : which % probes.size();
        switch (step) {
          case SPAWN_READY -> spawn(rig, Probe.ready("value"), probes, handles);
          case SPAWN_FAILING ->
              spawn(rig, Probe.throwing(new IllegalStateException("no luck")), probes, handles);
          case SPAWN_WAITING -> spawn(rig, Probe.waiting(), probes, handles);
          case SPAWN_YIELDING -> spawn(rig, yielding(), probes, handles);
          case WAKE -> probes.stream().skip(chosen).limit(1).forEach(each -> each.waker().wake());
          case ABORT -> handles.stream().skip(chosen).limit(1).forEach(JoinHandle::abort);
          case RUN_ONE -> rig.scheduler.runNext();
          case RUN_ALL -> rig.scheduler.runAll();
        }
        RuntimeMetrics now = rig.runtime.metrics();
        assertThat(now.spawned()).isEqualTo(probes.size());
        assertThat(now.live()).isEqualTo(rig.engine().live().snapshot().size());
        assertThat(now.queued()).isEqualTo(rig.scheduler.queued());
        assertThat(now.polled()).isEqualTo(probes.stream().mapToLong(Probe::polls).sum());
        assertThat(now.cancelled()).isEqualTo(probes.stream().mapToLong(Probe::cancels).sum());
        assertThat(now.ran()).isEqualTo(now.polled() + now.cancelled());
      }
      rig.close();
      RuntimeMetrics end = rig.runtime.metrics();
      assertThat(end.live()).isZero();
      assertThat(end.spawned()).isEqualTo(end.ready() + end.failed() + end.cancelled());
      assertThat(end.cancelled()).isEqualTo(probes.stream().mapToLong(Probe::cancels).sum());
    }
  }

  private static void spawn(
      Rig rig, Probe<String> probe, List<Probe<String>> probes, List<JoinHandle<String>> handles) {
    probes.add(probe);
    handles.add(rig.spawn(probe));
  }

  /// Ready at its second poll.
  private static Probe<String> yielding() {
    boolean[] again = new boolean[1];
    return Probe.of(
        context -> {
          if (again[0]) {
            return Poll.ready("value");
          }
          again[0] = true;
          context.waker().wake();
          return Poll.pending();
        });
  }

  @Test
  void each_worker_counts_for_itself() {
    try (Rig rig = Rig.with(it -> it.metrics(true).parallelism(2))) {
      rig.spawn(Probe.ready("value"));
      rig.scheduler.context().events().started(1);
      rig.runAll();
      rig.scheduler.context().events().stole(1, 5, 0);
      rig.scheduler.context().events().stopped(1);
      RuntimeMetrics metrics = rig.runtime.metrics();
      assertThat(metrics.workers())
          .containsExactly(new Row(0, 0, 0, 0, 0, 0, 0, 0, 0), new Row(0, 0, 1, 1, 1, 0, 0, 0, 5));
      assertThat(metrics.elsewhere()).isEqualTo(new Row(1, 1, 0, 0, 0, 0, 0, 0, 0));
    }
  }

  @Test
  void a_task_that_its_scheduler_refused_has_failed() {
    try (Rig rig = Rig.with(it -> it.metrics(true))) {
      rig.scheduler.onSchedule.set(
          _ -> {
            throw new IllegalStateException("no");
          });
      rig.spawn(Probe.ready("value"));
      assertThat(rig.runtime.metrics().failed()).isEqualTo(1);
      assertThat(rig.runtime.metrics().live()).isZero();
      rig.reports.clear();
    }
  }

  @Test
  void foreign_threads_lose_no_count() throws InterruptedException {
    int each = 20_000;
    Meter meter = new Meter(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 2; t++) {
      threads.add(Thread.ofPlatform().daemon().start(() -> countMany(meter, each)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(meter.snapshot().spawned()).isEqualTo(2L * each);
  }

  private static void countMany(Meter meter, int times) {
    for (int i = 0; i < times; i++) {
      meter.count(Meter.Count.SPAWNED, Event.NO_WORKER, 1);
    }
  }

  @Test
  void who_did_not_ask_for_them_is_told_how() {
    try (Rig rig = Rig.create()) {
      assertThatThrownBy(rig.runtime::metrics)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("this runtime does not count: build it with RuntimeBuilder.metrics(true)");
    }
  }
}
