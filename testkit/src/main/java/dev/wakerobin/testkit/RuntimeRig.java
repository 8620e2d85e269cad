package dev.wakerobin.testkit;

import dev.wakerobin.Future;
import dev.wakerobin.TaskId;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.FailurePolicy;
import dev.wakerobin.runtime.ManualClock;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.trace.Fault;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/// A runtime on the scheduler under test, with a clock that the test moves, an eye on the events,
/// and a place where problems are kept: a test that closes the rig fails if there are any.
final class RuntimeRig implements AutoCloseable {
  private static final int REMEMBERED = 6;

  private static final int SHOWN = 5; // Tasks in a message.

  private final ManualClock clock = Clock.manual();
  private final TraceRecorder recorder = new TraceRecorder();
  private final Queue<Throwable> problems = new ConcurrentLinkedQueue<>();
  private final AsyncRuntime runtime;

  RuntimeRig(SchedulerProvider provider, int parallelism) {
    this.runtime = build(provider, parallelism, clock);
  }

  private RuntimeRig(SchedulerProvider provider, int parallelism, Clock other) {
    this.runtime = build(provider, parallelism, other);
  }

  /// A rig in which time passes by itself; its own [#clock()] moves nothing.
  static RuntimeRig inRealTime(SchedulerProvider provider, int parallelism) {
    return new RuntimeRig(provider, parallelism, Clock.system());
  }

  private AsyncRuntime build(SchedulerProvider provider, int parallelism, Clock itsClock) {
    Evidence.addCases(1);
    return AsyncRuntime.builder()
        .scheduler(provider)
        .parallelism(parallelism)
        .seed(1)
        .onUnjoinedFailure(FailurePolicy.IGNORE)
        .clock(itsClock)
        .reporter(problems::add)
        .instrument(recorder)
        .build();
  }

  AsyncRuntime runtime() {
    return runtime;
  }

  ManualClock clock() {
    return clock;
  }

  Queue<Throwable> problems() {
    return problems;
  }

  /// Runs the future as `blockOn` does, on a thread of its own, and gives up with the tasks that
  /// have not ended if it takes too long.
  <T> T run(Future<T> root) {
    AtomicReference<T> value = new AtomicReference<>();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .daemon()
            .name("blockOn")
            .start(
                () -> {
                  try {
                    value.set(runtime.blockOn(root));
                  } catch (Throwable t) {
                    thrown.set(t);
                  }
                });
    Patience.await(
        () -> "blockOn to return. Tasks that have not ended:\n" + unfinished(recorder.trace()),
        () -> !caller.isAlive());
    return switch (thrown.get()) {
      case null -> value.get();
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      case Throwable other -> throw new AssertionError(other);
    };
  }

  /// The tasks that have not ended, each with the last things that happened to it.
  private static String unfinished(Trace trace) {
    StringBuilder text = new StringBuilder();
    List<TaskId> unfinished = trace.unfinished();
    for (TaskId task : unfinished.subList(0, Math.min(SHOWN, unfinished.size()))) {
      text.append(task).append('\n');
      List<Long> ticks = trace.ticksOf(task);
      for (long tick : ticks.subList(Math.max(0, ticks.size() - REMEMBERED), ticks.size())) {
        text.append("    ").append(trace.describe(tick)).append('\n');
      }
    }
    if (unfinished.size() > SHOWN) {
      text.append("and ").append(unfinished.size() - SHOWN).append(" more\n");
    }
    return text.toString();
  }

  /// No event may break the grammar, and no task may be left unfinished. A wake may be missing: a
  /// foreign thread that rang just before the end may not have told yet.
  private static void checkEvents(Trace trace) {
    List<Fault> faults =
        trace.faults().stream().filter(f -> f.rule() != Fault.Rule.POLL_HAS_A_WAKE).toList();
    if (!faults.isEmpty()) {
      throw new AssertionError("the events break the grammar: " + faults);
    }
    if (!trace.unfinished().isEmpty()) {
      throw new AssertionError(
          "the runtime is closed, and these have not ended:\n" + unfinished(trace));
    }
  }

  @Override
  public void close() {
    List<String> left = runtime.close(Duration.ofSeconds(20));
    if (!left.isEmpty()) {
      throw new AssertionError("close did not end: " + left);
    }
    checkEvents(recorder.trace());
    if (!problems.isEmpty()) {
      AssertionError failure = new AssertionError("problems were reported: " + problems);
      problems.forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
