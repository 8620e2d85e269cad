import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.runtime.TaskScope;

final class Workshop {
  private Workshop() {}

  interface Carpenter {
    Future<String> legs();

    Future<String> top();
  }

  /// A table, of legs and a top that are made at the same time.
  static Future<String> table(Carpenter carpenter) {
    return TaskScope.failFast(
        scope ->
            async(
                () -> {
                  JoinHandle<String> legs = scope.spawn("legs", carpenter.legs());
                  JoinHandle<String> top = scope.spawn("top", carpenter.top());
                  return "table: " + await(legs) + " and " + await(top);
                }));
  }
}
