import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BreakfastCheck {
  private static final int NOT_YET = 3;
  private static final String BOILED = "a boiled egg";

  private final AtomicInteger rings = new AtomicInteger();
  private final Context context = Context.of(rings::incrementAndGet);

  /// Knows how many eggs it made, how often they were polled, and which one was polled last.
  private static final class Kitchen implements Breakfast.Kitchen {
    private int eggs;
    private int polls;
    private int polledLast;

    @Override
    public Future<String> egg() {
      int number = ++eggs;
      int[] left = {NOT_YET};
      return its -> {
        polls++;
        polledLast = number;
        if (left[0] < 0) {
          throw new AssertionError("the egg is boiled, and was polled once more");
        }
        if (left[0]-- == 0) {
          return Poll.ready(BOILED);
        }
        its.waker().wake();
        return Poll.pending();
      };
    }
  }

  private static void check(boolean right, String what, Object... values) {
    assertThat(right).withFailMessage(what, values).isTrue();
  }

  /// Polls a breakfast that has been polled so often, less one, and looks at what it does.
  private void poll(Breakfast breakfast, Kitchen kitchen, int number) throws Exception {
    int before = kitchen.polls;
    Poll<String> answer = breakfast.poll(context);
    int times = kitchen.polls - before;
    check(
        times > 0,
        "poll %d of the breakfast did not poll the egg: an egg that nobody polls stays raw",
        number);
    check(
        times == 1,
        "poll %d of the breakfast polled the egg %d times. A poll asks once, and returns: whoever"
            + " polls the breakfast has other things to do until the bell rings",
        number,
        times);
    check(
        kitchen.polledLast == 1,
        "poll %d of the breakfast polled egg number %d: a fresh one, which begins from the beginning."
            + " Who keeps the egg from one poll to the next?",
        number,
        kitchen.polledLast);
    if (number <= NOT_YET) {
      check(
          !answer.isReady(),
          "the breakfast is ready in poll %d, and the egg is raw: what did the egg answer?",
          number);
    } else {
      check(
          answer.equals(Poll.ready(BOILED)),
          "the egg is boiled in poll %d, and the breakfast answers %s",
          number,
          answer);
    }
  }

  /// To the end, by hand. The runtime would go on for ever with a breakfast that is never ready.
  private void eat(Breakfast breakfast, Kitchen kitchen) throws Exception {
    for (int number = 1; number <= NOT_YET + 1; number++) {
      int before = rings.get();
      poll(breakfast, kitchen, number);
      check(
          number > NOT_YET || rings.get() > before,
          "the egg rang, and the bell of the breakfast was silent: an egg rings the bell in the"
              + " context that it is polled with. Which one was that?");
    }
  }

  @Test
  void it_is_ready_when_its_egg_is() throws Exception {
    Kitchen kitchen = new Kitchen();
    eat(new Breakfast(kitchen), kitchen);
  }

  @Test
  void to_make_it_boils_nothing() {
    Kitchen kitchen = new Kitchen();
    Breakfast _ = new Breakfast(kitchen);
    check(kitchen.polls == 0, "the breakfast was made, not polled, and its egg was polled already");
  }

  @Test
  void each_has_an_egg_of_its_own() throws Exception {
    Kitchen first = new Kitchen();
    Kitchen second = new Kitchen();
    Breakfast mine = new Breakfast(first);
    Breakfast yours = new Breakfast(second);
    mine.poll(context);
    yours.poll(context);
    check(
        second.polls > 0,
        "the second breakfast has no egg of its own: it was polled, and no egg out of its kitchen."
            + " A static field is there once for all of them");
  }

  @Test
  void a_runtime_brings_it_to_its_end() throws Exception {
    Kitchen tried = new Kitchen();
    eat(new Breakfast(tried), tried);
    try (AsyncRuntime runtime = AsyncRuntime.builder().build()) {
      String breakfast = runtime.blockOn(new Breakfast(new Kitchen()));
      assertThat(breakfast).as("what the breakfast was ready with").isEqualTo(BOILED);
    }
  }
}
