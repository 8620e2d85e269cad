package dev.wakerobin.it.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.Gantt;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceFile;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.trace.TracedPoll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs of every scheduler, as a trace tells of them.
class RecordedRunTest {
  private static final int TASKS = 200;
  private static final int YIELDS = 20;

  @ParameterizedTest
  @MethodSource("dev.wakerobin.runtime.AsyncRuntime#availableSchedulers")
  void nothing_is_lost_and_no_effect_comes_before_its_cause(String scheduler) throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    AtomicLong told = new AtomicLong();
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(scheduler)
            .parallelism(3)
            .instrument(recorder)
            .instrument(_ -> told.incrementAndGet())
            .build()) {
      runtime.blockOn(new Crowd());
    }
    Trace trace = recorder.trace().check();
    assertThat(trace.size() + trace.dropped()).isEqualTo(told.get());
    assertThat(trace.dropped()).isZero();
    assertThat(trace.unfinished()).isEmpty();
    assertThat(trace.tasks()).hasSize(TASKS + 1);
    trace.figures().selfWakes().is((long) TASKS * YIELDS);
    trace.figures().hasNoLostWake();
    assertThat(TraceFile.parse(TraceFile.text(trace))).isEqualTo(trace);
    assertThat(Gantt.of(trace).draw()).contains("tasks more");
    for (TracedPoll poll : trace.polls()) {
      assertThat(trace.why(poll).root().orElseThrow().worker()).isEqualTo(Event.NO_WORKER);
    }
  }

  /// Spawns many that yield, and awaits them all.
  private static final class Crowd implements Future<Unit> {
    private final List<JoinHandle<Unit>> handles = new ArrayList<>();

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      if (handles.isEmpty()) {
        for (int i = 0; i < TASKS; i++) {
          handles.add(Tasks.spawn(new Yielding()));
        }
      }
      for (JoinHandle<Unit> handle : handles) {
        if (!handle.poll(context).isReady()) {
          return Poll.pending();
        }
      }
      return Poll.ready();
    }
  }

  private static final class Yielding implements Future<Unit> {
    private int left = YIELDS;

    @Override
    public Poll<Unit> poll(Context context) {
      if (left-- == 0) {
        return Poll.ready();
      }
      context.waker().wake();
      return Poll.pending();
    }
  }
}
