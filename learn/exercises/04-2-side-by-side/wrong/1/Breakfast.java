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
          Future<String> coffee = make("coffee", 5);
          Future<String> egg = make("egg", 4);
          Future<String> toast = make("toast", 3);
          return List.of(await(coffee), await(egg), await(toast));
        });
  }
}
