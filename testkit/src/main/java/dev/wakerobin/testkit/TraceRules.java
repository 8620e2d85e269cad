package dev.wakerobin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.FailurePolicy;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// S12: who declares to be deterministic is held to it, event by event.
interface TraceRules extends Rules {

  /// S12: of programs that keep to themselves, for foreign threads come when they come.
  @Property(tries = 50)
  default void s12_equal_seed_and_equal_program_give_equal_traces(
      @ForAll(supplier = Program.Secluded.class) Program program, @ForAll long seed) {
    if (provider().traits().deterministic()) {
      assertThat(traceOf(program, seed)).isEqualTo(traceOf(program, seed));
    }
  }

  private List<String> traceOf(Program program, long seed) {
    Evidence.addCases(1);
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(provider())
            .parallelism(parallelism())
            .seed(seed)
            .clock(Clock.virtual())
            .onUnjoinedFailure(FailurePolicy.IGNORE)
            .instrument(recorder)
            .build()) {
      List<JoinHandle<Integer>> handles = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        handles.add(runtime.spawn(new ProgramTask(program)));
      }
      for (JoinHandle<Integer> each : handles) {
        try {
          int _ = runtime.blockOn(each);
        } catch (TaskFailedException expected) {
          assertThat(expected).hasCauseInstanceOf(ProgramTask.OnPurpose.class);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
    Trace trace = recorder.trace();
    return LongStream.rangeClosed(trace.firstTick(), trace.lastTick())
        .mapToObj(trace::describe)
        .toList();
  }
}
