package dev.wakerobin.it.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskCancelledException;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.futures.Outcome;
import dev.wakerobin.it.metrics.Errand.Abort;
import dev.wakerobin.it.metrics.Errand.End;
import dev.wakerobin.it.metrics.Errand.Plan;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.FailurePolicy;
import dev.wakerobin.runtime.RuntimeMetrics;
import dev.wakerobin.runtime.TaskDump;
import dev.wakerobin.testkit.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The metrics compared with what tasks, handles and dumps say, on every scheduler, whenever it has
/// come to rest: after each round of tasks that end, fail, wait and are aborted.
class MetricsLawsProperties {

  @Provide
  Arbitrary<String> schedulers() {
    return Arbitraries.of(AsyncRuntime.availableSchedulers());
  }

  @Provide
  Arbitrary<List<List<Plan>>> rounds() {
    return Combinators.combine(
            Arbitraries.of(End.class),
            Arbitraries.of(Abort.class),
            Arbitraries.integers().between(0, 3))
        .as(Plan::new)
        .list()
        .ofMaxSize(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(tries = 300)
  @SuppressWarnings("try") // Closed early, to see the last numbers.
  void nothing_is_lost_and_nothing_counted_twice(
      @ForAll("schedulers") String scheduler, @ForAll("rounds") List<List<Plan>> rounds)
      throws InterruptedException {
    Run run = new Run(scheduler);
    try (AsyncRuntime runtime = run.runtime) {
      for (List<Plan> round : rounds) {
        run.play(round);
        run.checkAtRest();
      }
      runtime.close();
      run.checkAfterClose();
    }
  }

  /// A runtime, and what was done with it.
  private static final class Run {
    private final AsyncRuntime runtime;
    private final List<Errand> errands = new ArrayList<>();
    private final List<JoinHandle<String>> handles = new ArrayList<>();
    private final AtomicLong rootPolls = new AtomicLong();
    private int roots;

    Run(String scheduler) {
      this.runtime =
          AsyncRuntime.builder()
              .scheduler(scheduler)
              .parallelism(2)
              .seed(7)
              .metrics(true)
              .onUnjoinedFailure(FailurePolicy.IGNORE)
              .build();
    }

    void play(List<Plan> round) throws InterruptedException {
      List<JoinHandle<String>> doomed = new ArrayList<>();
      for (Plan plan : round) {
        Errand errand = new Errand(plan);
        JoinHandle<String> handle = runtime.spawn(errand);
        errand.isTask(handle);
        errands.add(errand);
        handles.add(handle);
        switch (plan.abort()) {
          case BY_NOBODY, BY_ITSELF -> {}
          case BY_ITS_SPAWNER -> handle.abort();
          case BY_ANOTHER_TASK -> doomed.add(handle);
          case BY_A_FOREIGN_THREAD -> Thread.ofPlatform().start(handle::abort).join();
        }
      }
      roots += 2;
      runtime.blockOn(abortAll(doomed));
      runtime.blockOn(untilRest());
    }

    private Future<Unit> abortAll(List<JoinHandle<String>> doomed) {
      return _ -> {
        rootPolls.incrementAndGet();
        doomed.forEach(JoinHandle::abort);
        return Poll.ready();
      };
    }

    /// Ready when each task has ended, or waits for ever and nobody will abort it.
    private Future<Unit> untilRest() {
      return context -> {
        rootPolls.incrementAndGet();
        for (int i = 0; i < errands.size(); i++) {
          Plan plan = errands.get(i).plan();
          boolean stays = plan.end() == End.WAITS && plan.abort() == Abort.BY_NOBODY;
          if (stays ? !errands.get(i).waits() : !isOver(i)) {
            context.waker().wake();
            return Poll.pending();
          }
        }
        return Poll.ready();
      };
    }

    /// One that would abort itself may have waited before it knew itself.
    private boolean isOver(int i) {
      if (errands.get(i).plan().abort() == Abort.BY_ITSELF && errands.get(i).waits()) {
        handles.get(i).abort();
      }
      return handles.get(i).isFinished();
    }

    void checkAtRest() {
      Patience.await(() -> "those who wait to leave their polls: " + runtime.dump(), this::rests);
      List<Outcome<String>> outcomes = outcomesOfFinished();
      RuntimeMetrics now = runtime.metrics();
      TaskDump dump = runtime.dump();
      long ready = outcomes.stream().filter(Outcome.Value.class::isInstance).count();
      long cancelled = outcomes.stream().filter(Run::isCancelled).count();
      assertThat(now.spawned()).isEqualTo(errands.size() + roots);
      assertThat(now.live()).isEqualTo(dump.tasks().size());
      assertThat(now.live()).isEqualTo(errands.size() - outcomes.size());
      assertThat(now.ready()).isEqualTo(ready + roots);
      assertThat(now.cancelled()).isEqualTo(cancelled);
      assertThat(now.failed()).isEqualTo(outcomes.size() - ready - cancelled);
      assertThat(now.queued()).isZero();
      assertThat(now.polled()).isEqualTo(polls() + rootPolls.get());
      assertThat(now.ran()).isEqualTo(now.polled() + cancelled);
      checkRows(now);
    }

    private boolean rests() {
      return runtime.dump().tasks().stream()
          .allMatch(task -> task.state() == TaskDump.State.WAITING);
    }

    /// The tasks that have ended, each joined by the thread at hand: it needs no task of its own.
    private List<Outcome<String>> outcomesOfFinished() {
      List<Outcome<String>> outcomes = new ArrayList<>();
      for (JoinHandle<String> handle : handles) {
        if (handle.isFinished()) {
          outcomes.add(outcome(handle));
        }
      }
      return outcomes;
    }

    private static Outcome<String> outcome(JoinHandle<String> handle) {
      try {
        Poll<Outcome<String>> joined = Futures.outcome(handle).poll(Context.of(Waker.noop()));
        return ((Poll.Ready<Outcome<String>>) joined).value();
      } catch (Exception e) {
        throw new AssertionError("an outcome does not fail", e);
      }
    }

    private static boolean isCancelled(Outcome<String> outcome) {
      return outcome instanceof Outcome.Failure<String>(Throwable failure)
          && failure instanceof TaskCancelledException;
    }

    private long polls() {
      return errands.stream().mapToLong(Errand::polls).sum();
    }

    private void checkRows(RuntimeMetrics now) {
      for (RuntimeMetrics.Row row : now.workers()) {
        assertThat(row.ran()).isEqualTo(row.polled() + row.cancelled());
        assertThat(row.polled()).isGreaterThanOrEqualTo(row.ready() + row.failed());
      }
    }

    void checkAfterClose() {
      RuntimeMetrics end = runtime.metrics();
      assertThat(runtime.dump().tasks()).isEmpty();
      assertThat(end.live()).isZero();
      assertThat(end.spawned()).isEqualTo(end.ready() + end.failed() + end.cancelled());
      assertThat(end.queued()).isGreaterThanOrEqualTo(0);
      assertThat(handles).allMatch(JoinHandle::isFinished);
    }
  }
}
