import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Interval;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;

final class Metronome {
  private static final Duration BEAT = Duration.ofMillis(10);

  private Metronome() {}

  /// Something to do at a beat. It may take longer than that.
  interface Work {
    Future<Unit> begin();
  }

  /// Does the work at so many beats.
  static Future<Unit> run(int beats, Work work) {
    return async(
        () -> {
          Interval interval = Tasks.interval(BEAT);
          for (int i = 0; i < beats; i++) {
            await(interval.tick());
            await(work.begin());
          }
        });
  }
}
