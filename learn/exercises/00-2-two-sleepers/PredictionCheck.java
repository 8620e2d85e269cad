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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictionCheck {
  private final List<String> printed = new ArrayList<>();
  private int polls;

  /// As in chapter 0.
  private final class Sleeper implements Future<Unit> {
    private final String name;
    private final Future<Unit> nap;
    private boolean greeted;

    Sleeper(String name, int millis) {
      this.name = name;
      this.nap = Tasks.sleep(Duration.ofMillis(millis));
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      polls++;
      if (!greeted) {
        greeted = true;
        printed.add("hello, " + name);
      }
      if (!nap.poll(context).isReady()) {
        return Poll.pending();
      }
      printed.add("good-bye, " + name);
      return Poll.ready();
    }
  }

  @BeforeEach
  void run() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().parallelism(1).clock(Clock.virtual()).build()) {
      // Spawned by a task: virtual time waits for tasks, and knows nothing of this thread.
      runtime.blockOn(
          async(
              () -> {
                JoinHandle<Unit> ann = Tasks.spawn("ann", new Sleeper("ann", 20));
                JoinHandle<Unit> bob = Tasks.spawn("bob", new Sleeper("bob", 10));
                await(ann);
                await(bob);
              }));
    }
  }

  /// The answer is not told: think again.
  private static void check(boolean right, String what) {
    assertThat(right).withFailMessage(what).isTrue();
  }

  @Test
  void these_lines_are_printed() {
    List<String> said = Prediction.LINES;
    check(
        said.size() == printed.size(),
        "%d lines are printed, and you say %d".formatted(printed.size(), said.size()));
    for (String line : said) {
      check(
          printed.contains(line),
          "\"%s\" is none of the lines. They are said above LINES, word by word".formatted(line));
    }
    boolean inTurn = said.indexOf("good-bye, ann") == 1;
    check(
        said.equals(printed),
        inTurn
            ? "something else is printed: the worker does not wait for ann to wake up"
            : "they are printed in another order");
  }

  @Test
  void they_are_polled_so_often() {
    int said = Prediction.POLLS;
    check(
        said == polls,
        said < polls
            ? said + " polls are not enough: each has to fall asleep and to go on"
            : said + " polls are too many: who sleeps is not asked until the timer rings");
  }
}
