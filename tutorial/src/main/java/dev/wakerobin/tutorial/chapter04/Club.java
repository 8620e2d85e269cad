package dev.wakerobin.tutorial.chapter04;

import static dev.wakerobin.futures.Futures.map;

import dev.wakerobin.Future;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.tutorial.Counted;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/// ## Whom we ask
///
/// A club, far away: each answer takes 10 ms. Ada sits on seat 1 and has points. Bob sits on seat 2
/// and has never played, so asking for his score fails. On seat 3 sits nobody.
///
/// @param polls counts how often its answers are polled
record Club(AtomicLong polls) {
  /// Who sits there.
  Future<String> name(int seat) {
    return later(
        () ->
            switch (seat) {
              case 1 -> "Ada";
              case 2 -> "Bob";
              default -> throw new IllegalArgumentException("nobody sits on seat " + seat);
            });
  }

  /// How many points that player has.
  Future<Integer> score(String name) {
    return later(
        () -> {
          if (name.equals("Bob")) {
            throw new NoScoreException();
          }
          return 42;
        });
  }

  private <T> Future<T> later(Callable<T> answer) {
    return new Counted<>(map(Tasks.sleep(Duration.ofMillis(10)), _ -> answer.call()), polls);
  }

  /// This player has not played yet.
  static final class NoScoreException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
