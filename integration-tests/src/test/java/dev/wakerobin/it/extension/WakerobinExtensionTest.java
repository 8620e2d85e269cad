package dev.wakerobin.it.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.ManualClock;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.testkit.OnEveryScheduler;
import dev.wakerobin.testkit.OnScheduler;
import dev.wakerobin.testkit.WakerobinExtension;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WakerobinExtension.class)
class WakerobinExtensionTest {
  private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

  @Test
  void a_test_that_says_nothing_is_given_a_runtime_on_basic(AsyncRuntime runtime) {
    assertThat(runtime.scheduler()).isEqualTo("basic");
  }

  @Test
  @OnScheduler("work-stealing")
  void a_test_may_name_a_scheduler(AsyncRuntime runtime) {
    assertThat(runtime.scheduler()).isEqualTo("work-stealing");
  }

  @OnEveryScheduler
  void a_test_may_ask_for_every_scheduler(AsyncRuntime runtime) throws InterruptedException {
    SEEN.add(runtime.scheduler());
    int answer = runtime.blockOn(_ -> Poll.ready(42));
    assertThat(answer).isEqualTo(42);
  }

  @AfterAll
  static void every_scheduler_was_seen() {
    assertThat(SEEN).containsExactlyElementsOf(AsyncRuntime.availableSchedulers());
  }

  @OnEveryScheduler
  void an_hour_passes_when_the_test_says_so(AsyncRuntime runtime, ManualClock clock)
      throws InterruptedException {
    JoinHandle<Unit> sleeper = runtime.spawn(Tasks.sleep(Duration.ofHours(1)));
    runtime.blockOn(Tasks.yieldNow());
    assertThat(sleeper.isFinished()).isFalse();
    Thread.ofPlatform().start(() -> moveUntil(sleeper, clock));
    runtime.blockOn(sleeper);
    assertThat(clock.nanoTime()).isGreaterThanOrEqualTo(Duration.ofHours(1).toNanos());
  }

  private static void moveUntil(JoinHandle<Unit> sleeper, ManualClock clock) {
    while (!sleeper.isFinished()) {
      clock.advance(Duration.ofMinutes(10));
      Thread.onSpinWait();
    }
  }
}
