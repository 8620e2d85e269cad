import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static dev.wakerobin.async.Async.awaitAll;

import dev.wakerobin.Future;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.List;

final class Breakfast {
  private Breakfast() {}

  static Future<String> make(String what, int minutes) {
    return async(
        () -> {
          await(Tasks.sleep(Duration.ofMinutes(minutes)));
          return what;
        });
  }

  static Future<List<String>> serve() {
    return async(
        () -> {
          return awaitAll(make("toast", 3), make("egg", 4), make("coffee", 5));
        });
  }
}
