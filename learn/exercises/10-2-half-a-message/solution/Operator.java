import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.futures.Either;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class Operator {
  private static final Duration QUIET = Duration.ofMillis(10);

  private Operator() {}

  /// A message of two halves; empty once the ship has signed off.
  static Future<Optional<String>> message(Receiver<String> air) {
    return async(
        () -> {
          Optional<String> first = await(air.receive());
          if (first.isEmpty()) {
            return first;
          }
          Optional<String> second = await(air.receive());
          return Optional.of(first.get() + second.orElse(" (broken off)"));
        });
  }

  /// Writes down each message, and "quiet" for each 10 ms without one, until the ship signs off.
  static Future<Unit> listen(Receiver<String> air, List<String> book) {
    return async(
        () -> {
          boolean open = true;
          JoinHandle<Optional<String>> next = Tasks.spawn(message(air));
          while (open) {
            Either<Optional<String>, Unit> first =
                await(Futures.select(next, Tasks.sleep(QUIET)));
            if (first instanceof Either.Left<Optional<String>, Unit>(Optional<String> message)) {
              message.ifPresent(book::add);
              open = message.isPresent();
              if (open) {
                next = Tasks.spawn(message(air));
              }
            } else {
              book.add("quiet");
            }
          }
        });
  }
}
