package dev.wakerobin.runtime;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.stress.Together;
import java.time.Duration;

/// Threads that park, and others that unpark them. The real `EventParker` and the real `EventWatch`
/// are lent by a whole runtime. Who sleeps for ever is a deadlock.
final class ParkerScenarios {
  private volatile boolean first;
  private volatile boolean second;

  private ParkerScenarios() {}

  /// The real one.
  static Parker real() {
    return new StillScheduler(1).parkers.getFirst();
  }

  /// Somebody says something and unparks, twice; the other parks until both have been said.
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

  /// Two park. One of them is unparked, and goes away, at the same time as the clock is moved to a
  /// timer: the other one has to fire it.
  static void theWatchIsHandedOn() {
    ParkerScenarios all = new ParkerScenarios();
    StillScheduler still = new StillScheduler(2);
    Parker goes = still.parkers.getFirst();
    Parker stays = still.parkers.getLast();
    Timers timers = still.runtime.engine().timers();
    timers.set(
        timers.newTimer(1),
        () -> {
          all.second = true;
          stays.unpark(); // Whoever has fired it.
        });
    Together.act(
        () -> {
          all.first = true;
          goes.unpark();
        },
        () -> {
          while (!all.first) {
            goes.park();
          }
        },
        () -> {
          while (!all.second) {
            stays.park();
          }
        },
        () -> still.clock.advance(Duration.ofNanos(1)));
  }
}
