package dev.wakerobin.tutorial.chapter10;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// ## The bakery
///
/// A baker, a shelf, a seller. A loaf takes 1 ms to bake and 4 ms to sell. The shelf is a channel,
/// and what lies on it is the hour at which each loaf was baked.
///
/// Neither of the two knows the other, nor how fast the other is. Both know the shelf.
final class Bakery {
  private static final Duration BAKING = Duration.ofMillis(1);
  private static final Duration SELLING = Duration.ofMillis(4);

  private final Channel<Instant> shelf;
  private final int loaves;
  private final Depth depth = new Depth();
  private Duration oldest = Duration.ZERO; // Touched by the seller only.

  Bakery(Channel<Instant> shelf, int loaves) {
    this.shelf = shelf;
    this.loaves = loaves;
  }

  /// ### The baker
  ///
  /// Bakes, and puts the loaf on the shelf. If the shelf is full, `send` is pending: that is all it
  /// takes to slow a baker down. At the end the sender is closed, or the seller would wait for
  /// ever.
  Future<Unit> baker() {
    return async(
        () -> {
          for (int i = 0; i < loaves; i++) {
            await(Tasks.sleep(BAKING));
            await(shelf.sender().send(Tasks.now()));
            depth.note(shelf.receiver().size());
          }
          shelf.sender().close();
        });
  }

  /// ### The seller
  ///
  /// Takes a loaf and sells it, until there is nothing to come.
  Future<Unit> seller() {
    return async(
        () -> {
          Optional<Instant> loaf = await(shelf.receiver().receive());
          while (loaf.isPresent()) {
            depth.note(shelf.receiver().size());
            Duration age = Duration.between(loaf.get(), Tasks.now());
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
            await(Tasks.sleep(SELLING));
            loaf = await(shelf.receiver().receive());
          }
        });
  }

  /// How full the shelf was.
  Depth depth() {
    return depth;
  }

  /// How long after being baked a loaf was taken off the shelf, at most.
  Duration oldest() {
    return oldest;
  }
}
