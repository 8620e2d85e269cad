package dev.wakerobin.runtime;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.stress.Together;
import java.time.Duration;
import java.util.List;

/// The real `EventParker` and the real `EventWatch`, around a clock that stands still unless it is
/// moved.
final class ParkerScenarios {
  private static final class Rig {
    final ManualClock clock = Clock.manual();
    final RuntimeClock time = new RuntimeClock(clock);
    final Timers timers = new Timers(time, _ -> {});
    final Instruments instruments = new Instruments(List.of(), time, _ -> {});
    final EventWatch watch = new EventWatch(time, timers, new UnjoinedFailures(_ -> {}));

    EventParker parker() {
      EventParker parker = new EventParker(watch, instruments);
      watch.add(parker);
      return parker;
    }
  }

  private volatile boolean first;
  private volatile boolean second;

  private ParkerScenarios() {}

  /// The real one.
  static Parker real() {
    return new Rig().parker();
  }

  /// Somebody says something and unparks, twice; the other parks until both have been said. A lost
  /// permit is a deadlock.
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
    Rig rig = new Rig();
    EventParker goes = rig.parker();
    EventParker stays = rig.parker();
    rig.timers.set(
        rig.timers.newTimer(1),
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
        () -> {
          rig.clock.advance(Duration.ofNanos(1));
          rig.watch.lookAgain();
        });
  }
}
