import static dev.wakerobin.async.Async.async;

import dev.wakerobin.Future;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
          String hashed =
              CompletableFuture.supplyAsync(() -> slowHash.apply(password)).join();
          return hashed.equals(hashes.get(name));
        });
  }
}
