import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetronomeCheck {
  private static final int BEAT = 10;

  /// Takes as long as it is told, piece by piece, and notes down when each piece begins and ends.
  private static final class Script implements Metronome.Work {
    private final List<Integer> lengths;
    private final List<Long> begun = new ArrayList<>(); // By one task at a time, if all is well.
    private final List<Long> ended = new ArrayList<>();
    private Instant start = Instant.EPOCH;
    private boolean together;

    Script(Integer... lengths) {
      this.lengths = List.of(lengths);
    }

    private long now() {
      return Duration.between(start, Tasks.now()).toMillis();
    }

    @Override
    public Future<Unit> begin() {
      return async(
          () -> {
            int length;
            synchronized (this) {
              together |= begun.size() > ended.size();
              length = begun.size() < lengths.size() ? lengths.get(begun.size()) : 2;
              begun.add(now());
            }
            await(Tasks.sleep(Duration.ofMillis(length)));
            synchronized (this) {
              ended.add(now());
            }
          });
    }

    /// When each piece began.
    List<Long> play() throws Exception {
      try (AsyncRuntime runtime = AsyncRuntime.builder().clock(Clock.virtual()).build()) {
        start = runtime.now();
        Unit _ = runtime.blockOn(Metronome.run(lengths.size(), this));
      }
      return begun;
    }
  }

  private static void check(List<Integer> lengths, Long... expected) throws Exception {
    Script script = new Script(lengths.toArray(Integer[]::new));
    List<Long> begun = script.play();
    String lasts = "the work takes " + lengths + " ms. It ";
    assertThat(script.together)
        .withFailMessage(lasts + "began while another one was under way: await it")
        .isFalse();
    assertThat(begun)
        .withFailMessage(
            lasts + "began at %s, and should at %s ms%s",
            begun, List.of(expected), why(begun, script.ended, List.of(expected)))
        .containsExactly(expected);
  }

  /// What is wrong with the first beat that is wrong.
  private static String why(List<Long> begun, List<Long> ended, List<Long> expected) {
    if (begun.size() != expected.size()) {
      return ": it is asked for %d beats, and made %d".formatted(expected.size(), begun.size());
    }
    for (int i = 0; i < begun.size(); i++) {
      long when = begun.get(i);
      if (when == expected.get(i)) {
        continue;
      }
      boolean atOnce = i > 0 && ended.get(i - 1) == when;
      if (atOnce && when < expected.get(i)) {
        return ". At %d one that was missed is made up for: leave it out".formatted(when);
      }
      if (when % BEAT != 0) {
        return ". %d is off the beat, which is each %d ms: it has gone on from the late one"
            .formatted(when, BEAT);
      }
      return when < expected.get(i)
          ? ". %d is too early".formatted(when)
          : ". %d is on the beat, but there was one before it that nobody was too late for"
              .formatted(when);
    }
    return "";
  }

  @Test
  void short_work_is_done_at_each_beat() throws Exception {
    check(List.of(2, 2, 2, 2), 0L, 10L, 20L, 30L);
  }

  @Test
  void after_a_late_beat_the_rhythm_is_back() throws Exception {
    check(List.of(2, 25, 2, 2, 2), 0L, 10L, 35L, 40L, 50L);
  }

  @Test
  void however_many_were_missed() throws Exception {
    check(List.of(2, 57, 2, 2), 0L, 10L, 67L, 70L);
  }

  @Test
  void and_however_often() throws Exception {
    check(List.of(28, 2, 36, 2, 2), 0L, 28L, 30L, 66L, 70L);
  }
}
