import dev.wakerobin.Future;
import java.time.Duration;

final class Patience {
  private Patience() {}

  /// Waits for a guest, and gives up with a TimeoutException after a while.
  interface Host {
    Future<String> waitFor(Future<String> guest);
  }

  /// How long he waits for a guest who never comes.
  static Duration of(Host host) throws Exception {
    return Duration.ofHours(1);
  }
}
