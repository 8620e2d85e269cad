import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import java.util.HashMap;
import java.util.Map;

/// Counts votes. There is a task for each ballot.
final class Votes<C> {
  private final Map<C, Integer> counts = new HashMap<>();

  /// Awaits a ballot, and counts it.
  Future<Unit> count(Future<C> ballot) {
    return async(
        () -> {
          C choice = await(ballot);
          synchronized (choice) {
            int before = counts.getOrDefault(choice, 0);
            counts.put(choice, before + 1);
          }
        });
  }

  /// How many votes were counted for this choice. Asked when all have been.
  int of(C choice) {
    return counts.getOrDefault(choice, 0);
  }
}
