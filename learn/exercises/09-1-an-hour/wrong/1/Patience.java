import dev.wakerobin.Future;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.futures.Outcome;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

final class Patience {
  private Patience() {}

  /// Waits for a guest, and gives up with a TimeoutException after a while.
  interface Host {
    Future<String> waitFor(Future<String> guest);
  }

  /// How long he waits for a guest who never comes.
  static Duration of(Host host) throws Exception {
    Future<Outcome<String>> end = Futures.outcome(host.waitFor(Futures.never()));
    try (AsyncRuntime runtime = AsyncRuntime.builder().clock(Clock.virtual()).build()) {
      Instant before = Instant.now();
      return switch (runtime.blockOn(end)) {
        case Outcome.Value<String>(String answer) ->
            throw new AssertionError("nobody came, and the host says: " + answer);
        case Outcome.Failure<String>(TimeoutException _) ->
            Duration.between(before, Instant.now());
        case Outcome.Failure<String>(Throwable other) -> throw new AssertionError(other);
      };
    }
  }
}
