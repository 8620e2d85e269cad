import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictionCheck {
  private static final int MANY = 1_000;

  private final Set<Thread> threads = new HashSet<>();
  private long polls;
  private long hours;

  private static Future<Unit> sleeper() {
    return async(
        () -> {
          await(Tasks.sleep(Duration.ofHours(1)));
          await(Tasks.sleep(Duration.ofHours(1)));
        });
  }

  /// Counts, and has the other one polled.
  private final class Counted implements Future<Unit> {
    private final Future<Unit> sleeper = sleeper();

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      polls++;
      threads.add(Thread.currentThread());
      return sleeper.poll(context);
    }
  }

  @BeforeEach
  void run() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().clock(Clock.virtual()).build()) {
      Instant start = runtime.now();
      runtime.blockOn(
          async(
              () -> {
                List<JoinHandle<Unit>> handles = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                  handles.add(Tasks.spawn(new Counted()));
                }
                for (JoinHandle<Unit> handle : handles) {
                  await(handle);
                }
              }));
      hours = Duration.between(start, runtime.now()).toHours();
    }
  }

  /// The answer is not told: think again.
  private static void check(boolean right, String what, Object said) {
    assertThat(right).withFailMessage(what, said).isTrue();
  }

  @Test
  void so_many_hours_go_by() {
    int said = Prediction.HOURS;
    check(
        said == hours,
        said > hours
            ? "%,d hours is not what the clock shows: they do not sleep one after the other"
            : "%,d hours is not what the clock shows: each sleeps twice",
        said);
  }

  @Test
  void they_are_polled_so_often() {
    int said = Prediction.POLLS;
    check(
        said == polls,
        said < polls
            ? "%,d polls are not enough: count those of a single one, from its first to its last"
            : "%,d polls are too many: who sleeps is not asked until the timer rings",
        said);
  }

  @Test
  void so_many_threads_poll_them() {
    int said = Prediction.THREADS;
    check(
        said == threads.size(),
        said > threads.size()
            ? "%,d threads are too many: a task that sleeps has none"
            : "%,d threads are not enough: somebody has to poll them",
        said);
  }
}
