package dev.wakerobin.tutorial.chapter04;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.TaskFailedException;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Event;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.TraceRecorder;
import dev.wakerobin.tutorial.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// That the three are the same machine is meant to the tick.
class SentenceTest {

  /// @param events all that happened in the runtime
  private record Run(String end, long pollsWithin, List<Event> events) {}

  @ParameterizedTest(name = "seat {0}, cancelled after {1} ms")
  @CsvSource({"1, 1000", "2, 1000", "3, 1000", "1, 5", "1, 15", "2, 15"})
  void the_traces_of_all_three_are_equal(int seat, int millis) throws Exception {
    Run machine = run(millis, new AtomicLong(), polls -> new Machine(new Club(polls), seat));
    assertThat(machine.events()).isNotEmpty();
    assertThat(run(millis, new AtomicLong(), p -> Nested.sentence(new Club(p), seat)))
        .isEqualTo(machine);
    assertThat(run(millis, new AtomicLong(), p -> Straight.sentence(new Club(p), seat)))
        .isEqualTo(machine);
  }

  @FunctionalInterface
  private interface Way {
    Future<String> ask(AtomicLong polls);
  }

  private static Run run(int millis, AtomicLong polls, Way way) throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    String end;
    try (AsyncRuntime runtime = Stage.byDefault().openLab(recorder)) {
      end = runtime.blockOn(Tasks.timeout(Duration.ofMillis(millis), way.ask(polls)));
    } catch (TaskFailedException failure) {
      end = String.valueOf(failure.getCause());
    }
    return new Run(end, polls.get(), recorder.trace().events());
  }
}
