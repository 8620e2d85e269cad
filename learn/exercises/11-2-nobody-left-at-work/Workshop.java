import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.runtime.Tasks;

final class Workshop {
  private Workshop() {}

  interface Carpenter {
    Future<String> legs();

    Future<String> top();
  }

  /// A table, of legs and a top that are made at the same time.
  static Future<String> table(Carpenter carpenter) {
    return async(
        () -> {
          JoinHandle<String> legs = Tasks.spawn("legs", carpenter.legs());
          JoinHandle<String> top = Tasks.spawn("top", carpenter.top());
          return "table: " + await(legs) + " and " + await(top);
        });
  }
}
