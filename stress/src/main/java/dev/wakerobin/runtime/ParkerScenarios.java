package dev.wakerobin.runtime;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.stress.Together;

/// Somebody who parks, and somebody who unparks him.
final class ParkerScenarios {
  private volatile boolean first;
  private volatile boolean second;

  private ParkerScenarios() {}

  /// The real `EventParker`, lent by a whole runtime.
  static Parker real() {
    return new StillScheduler(1).parkers.getFirst();
  }

  /// Somebody says something and unparks, twice; the other parks until both have been said. With a
  /// lost permit he looks for ever.
  static void noPermitIsLost(Parker parker) {
    ParkerScenarios all = new ParkerScenarios();
    Together.act(
        () -> {
          while (!all.first || !all.second) {
            parker.park();
          }
        },
        () -> {
          all.first = true;
          parker.unpark();
          all.second = true;
          parker.unpark();
        });
  }
}
