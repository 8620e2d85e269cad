import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Pair;
import dev.wakerobin.futures.Pipeline;
import dev.wakerobin.futures.Streams;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PredictionCheck {
  private final AtomicInteger cooking = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private static Pipeline<String> orders() {
    return Streams.of("tea", "soup", "rice")
        .zip(Tasks.interval(Duration.ofMillis(10)))
        .map(Pair::first);
  }

  private Future<Unit> cook() {
    return async(
        () -> {
          most.accumulateAndGet(cooking.incrementAndGet(), Math::max);
          await(Tasks.sleep(Duration.ofMillis(30)));
          cooking.decrementAndGet();
        });
  }

  private Future<Unit> staircase() {
    return async(
        () -> {
          Pipeline<String> orders = orders();
          Optional<String> order = await(orders.next());
          while (order.isPresent()) {
            await(Tasks.spawn(cook()));
            order = await(orders.next());
          }
        });
  }

  private Future<Unit> fan() {
    return async(
        () -> {
          List<JoinHandle<Unit>> handles = new ArrayList<>();
          Pipeline<String> orders = orders();
          Optional<String> order = await(orders.next());
          while (order.isPresent()) {
            handles.add(Tasks.spawn(cook()));
            order = await(orders.next());
          }
          for (JoinHandle<Unit> handle : handles) {
            await(handle);
          }
        });
  }

  /// How long it takes, on a clock that jumps from one deadline to the next.
  private static long millis(Future<Unit> outer) throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().clock(Clock.virtual()).build()) {
      Instant start = runtime.now();
      Unit _ = runtime.blockOn(outer);
      return Duration.between(start, runtime.now()).toMillis();
    }
  }

  /// It does not tell the figure: think again.
  private static void check(boolean right, String what, String think) {
    assertThat(right).withFailMessage(what + ": " + think).isTrue();
  }

  @Test
  void the_staircase_takes_so_long() throws Exception {
    int said = Prediction.STAIRCASE_MILLIS;
    check(
        millis(staircase()) == said,
        "the staircase does not take " + said + " ms",
        "it awaits each task right behind its spawn. When does it ask for the next order, and is"
            + " that order there already?");
  }

  @Test
  void the_staircase_cooks_so_many_at_once() throws Exception {
    millis(staircase());
    int said = Prediction.STAIRCASE_AT_ONCE;
    check(
        most.get() == said,
        "the staircase does not cook " + said + " dishes at the same time",
        "has the task before ended when the next one is spawned?");
  }

  @Test
  void the_fan_takes_so_long() throws Exception {
    int said = Prediction.FAN_MILLIS;
    check(
        millis(fan()) == said,
        "the fan does not take " + said + " ms",
        "its tasks do not wait for each other, but when does the last of them begin?");
  }

  @Test
  void the_fan_cooks_so_many_at_once() throws Exception {
    millis(fan());
    int said = Prediction.FAN_AT_ONCE;
    check(
        most.get() == said,
        "the fan does not cook " + said + " dishes at the same time",
        "which of them are on the fire when the last order comes in?");
  }
}
