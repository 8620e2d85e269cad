import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.runtime.Tasks;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Lets people in who know their password. Of each password only the hash is known here.
final class Door {
  private final Map<String, String> hashes;
  private final UnaryOperator<String> slowHash;

  Door(Map<String, String> hashes, UnaryOperator<String> slowHash) {
    this.hashes = hashes;
    this.slowHash = slowHash;
  }

  /// Whether that is the password of that person.
  Future<Boolean> opens(String name, String password) {
    return async(
        () -> {
          await(Tasks.yieldNow());
          String hashed = slowHash.apply(password);
          return hashed.equals(hashes.get(name));
        });
  }
}
