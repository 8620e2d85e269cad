import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PredictionCheck {

  /// One day. Times are read from a clock that jumps when both are asleep.
  private static final class Bakery {
    private final Channel<Integer> shelf;
    private final AtomicInteger deepest = new AtomicInteger();

    Bakery(Channel<Integer> shelf) {
      this.shelf = shelf;
    }

    Future<Integer> baker(Instant start) {
      return async(
          () -> {
            for (int i = 1; i <= 6; i++) {
              await(Tasks.sleep(Duration.ofMillis(1)));
              await(shelf.sender().send(i));
              deepest.accumulateAndGet(shelf.receiver().size(), Math::max);
            }
            shelf.sender().close();
            return millisSince(start);
          });
    }

    Future<Integer> seller(Instant start) {
      return async(
          () -> {
            while (await(shelf.receiver().receive()).isPresent()) {
              await(Tasks.sleep(Duration.ofMillis(3)));
            }
            return millisSince(start);
          });
    }

    Prediction.Day day() throws Exception {
      try (AsyncRuntime runtime = AsyncRuntime.builder().clock(Clock.virtual()).build()) {
        Future<Prediction.Day> both =
            async(
                () -> {
                  JoinHandle<Integer> baked = Tasks.spawn("baker", baker(Tasks.now()));
                  JoinHandle<Integer> sold = Tasks.spawn("seller", seller(Tasks.now()));
                  int through = await(baked);
                  int last = await(sold);
                  return new Prediction.Day(deepest.get(), through, last);
                });
        return runtime.blockOn(both);
      }
    }

    private static int millisSince(Instant start) {
      return (int) Duration.between(start, Tasks.now()).toMillis();
    }
  }

  /// It does not tell the figure: think again.
  private static void check(boolean right, String what, String think) {
    assertThat(right).withFailMessage(what + ". " + think).isTrue();
  }

  private static void deepest(String shelf, int said, int actual, String think) {
    check(
        said == actual, shelf + ": there are not " + said + " loaves on the shelf at most", think);
  }

  private static void baked(String shelf, int said, int actual, String think) {
    check(said == actual, shelf + ": the baker is not through at " + said + " ms", think);
  }

  private static void sold(String shelf, int said, int actual) {
    check(
        said == actual,
        shelf + ": the last loaf is not sold at " + said + " ms",
        "The seller takes the first loaf at 1 ms. Does he ever have to wait after that, and how long"
            + " does he need for six?");
  }

  @Test
  void a_shelf_for_two() throws Exception {
    Prediction.Day day = new Bakery(Channel.bounded(2)).day();
    deepest("bounded(2)", Prediction.BOUNDED.deepest(), day.deepest(), "How many does it hold?");
    baked(
        "bounded(2)",
        Prediction.BOUNDED.baked(),
        day.baked(),
        "The shelf is full at 3 ms: from then on each loaf waits for a place, and the baker with it."
            + " When does the seller make one?");
    sold("bounded(2)", Prediction.BOUNDED.sold(), day.sold());
  }

  @Test
  void a_shelf_without_an_end() throws Exception {
    Prediction.Day day = new Bakery(Channel.unbounded()).day();
    deepest(
        "unbounded",
        Prediction.UNBOUNDED.deepest(),
        day.deepest(),
        "When the sixth loaf comes, how many has the seller taken?");
    baked(
        "unbounded",
        Prediction.UNBOUNDED.baked(),
        day.baked(),
        "Nothing holds the baker up: a loaf takes 1 ms.");
    sold("unbounded", Prediction.UNBOUNDED.sold(), day.sold());
  }
}
