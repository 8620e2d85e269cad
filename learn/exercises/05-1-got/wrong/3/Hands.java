import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.runtime.Tasks;
import java.util.ArrayList;
import java.util.List;

final class Hands {
  private Hands() {}

  static Future<Integer> sum(List<Future<Integer>> jobs) {
    return async(
        () -> {
          int sum = 0;
          for (Future<Integer> job : jobs) {
            sum += await(job);
          }
          return sum;
        });
  }
}
