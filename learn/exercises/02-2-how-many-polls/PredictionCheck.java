import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.trace.Trace;
import dev.wakerobin.trace.TraceRecorder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PredictionCheck {

  @Test
  void each_is_polled_as_often_as_you_say() throws Exception {
    Trace trace = run();
    check(trace, "ready", Prediction.READY);
    check(trace, "yielder", Prediction.YIELDER);
    check(trace, "sleeper", Prediction.SLEEPER);
    check(trace, "counter", Prediction.COUNTER);
  }

  private static void check(Trace trace, String name, int predicted) {
    long polls = trace.polls().stream().filter(poll -> poll.task().name().equals(name)).count();
    // It does not tell how often: think again.
    assertThat(polls == predicted)
        .withFailMessage("'%s' is not polled %d times", name, predicted)
        .isTrue();
  }

  private static Trace run() throws Exception {
    TraceRecorder recorder = new TraceRecorder();
    try (AsyncRuntime runtime = AsyncRuntime.builder().instrument(recorder).build()) {
      join(runtime, runtime.spawn("ready", _ -> Poll.ready()));
      join(runtime, runtime.spawn("yielder", Tasks.yieldNow()));
      join(runtime, runtime.spawn("sleeper", Tasks.sleep(Duration.ofMillis(5))));
      join(runtime, runtime.spawn("counter", counter()));
    }
    return recorder.trace();
  }

  private static void join(AsyncRuntime runtime, JoinHandle<Unit> handle) throws Exception {
    Unit _ = runtime.blockOn(handle);
  }

  private static Future<Unit> counter() {
    return _ -> {
      int count = 0;
      while (count < 1_000_000) {
        count++;
      }
      return Poll.ready();
    };
  }
}
