package dev.wakerobin.tutorial.chapter04;

import static dev.wakerobin.futures.Futures.map;
import static dev.wakerobin.futures.Futures.outcome;
import static dev.wakerobin.futures.Futures.then;

import dev.wakerobin.Future;
import dev.wakerobin.futures.Outcome;
import dev.wakerobin.tutorial.chapter04.Club.NoScoreException;

/// ## First: functions that are called later
///
/// `then` takes a future, and a function that makes the next one of its value. `map` is the same
/// where the function has the value at hand. Each step stands inside the one before, for it needs
/// what the one before has found: `name`.
///
/// A failure goes past all that by itself, as an exception does. To *catch* one there is no `catch`
/// to write: the future is long away when it fails. So `outcome` turns a failure into a value, and
/// we look at that. A loop, or something to close at the end, would be harder still: they have to
/// be taken apart into functions that call each other.
final class Nested {
  private Nested() {}

  static Future<String> sentence(Club club, int seat) {
    return then(
        club.name(seat), name -> map(outcome(club.score(name)), score -> describe(name, score)));
  }

  private static String describe(String name, Outcome<Integer> score) {
    return switch (score) {
      case Outcome.Value<Integer>(Integer points) -> name + " has " + points + " points";
      case Outcome.Failure<Integer>(NoScoreException _) -> name + " has not played yet";
      case Outcome.Failure<Integer>(Throwable other) -> throw new IllegalStateException(other);
    };
  }
}
