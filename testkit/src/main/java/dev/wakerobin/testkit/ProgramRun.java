package dev.wakerobin.testkit;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.FailurePolicy;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.trace.Gantt;
import dev.wakerobin.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Runs programs beside each other, once, and compares what they come to with plain evaluation.
///
/// ```java
/// ProgramRun.check(
///     Lab.provider().choosing(List.of(1, 0, 2)),
///     Program.parse("""
///         spawn
///           add 3
///         join
///         """));
/// ```
public final class ProgramRun {
  private ProgramRun() {}

  /// Runs them all on a runtime of that kind.
  ///
  /// @throws AssertionError if one comes to something else, if the events break the grammar, or if
  ///     something is reported; its message has the programs, to be pasted into
  ///     [Program#parse(String)], and a timeline of the run
  public static void check(SchedulerProvider provider, Program... programs) {
    TraceRecorder recorder = new TraceRecorder();
    Queue<Throwable> problems = new ConcurrentLinkedQueue<>();
    try {
      try (AsyncRuntime runtime =
          AsyncRuntime.builder()
              .scheduler(provider)
              .parallelism(1)
              .seed(1)
              .onUnjoinedFailure(FailurePolicy.IGNORE)
              .reporter(problems::add)
              .instrument(recorder)
              .build()) {
        compare(runtime, programs);
      }
      recorder.trace().check();
      if (!problems.isEmpty()) {
        throw new AssertionError("problems were reported: " + problems);
      }
    } catch (AssertionError | RuntimeException | InterruptedException failure) {
      throw new AssertionError(report(failure, recorder, programs), failure);
    }
  }

  private static void compare(AsyncRuntime runtime, Program[] programs)
      throws InterruptedException {
    List<JoinHandle<Integer>> handles = new ArrayList<>();
    for (Program program : programs) {
      handles.add(runtime.spawn("program " + handles.size(), new ProgramTask(program)));
    }
    for (int i = 0; i < programs.length; i++) {
      OptionalInt outcome = outcome(runtime, handles.get(i));
      OptionalInt expected = programs[i].evaluate();
      if (!outcome.equals(expected)) {
        throw new AssertionError(
            "program %d came to %s, and plain evaluation says %s"
                .formatted(i, words(outcome), words(expected)));
      }
    }
  }

  private static OptionalInt outcome(AsyncRuntime runtime, JoinHandle<Integer> handle)
      throws InterruptedException {
    try {
      int value = runtime.blockOn(handle);
      return OptionalInt.of(value);
    } catch (TaskFailedException failure) {
      if (failure.getCause() instanceof ProgramTask.OnPurpose) {
        return OptionalInt.empty();
      }
      throw failure;
    }
  }

  private static String words(OptionalInt outcome) {
    return outcome.isPresent() ? "the value " + outcome.getAsInt() : "a failure";
  }

  private static String report(Throwable failure, TraceRecorder recorder, Program[] programs) {
    StringBuilder text = new StringBuilder().append(failure.getMessage()).append('\n');
    for (int i = 0; i < programs.length; i++) {
      text.append("program ").append(i).append(":\n").append(programs[i].toString().indent(2));
    }
    return text.append(Gantt.of(recorder.trace()).inAscii().draw()).toString();
  }
}
