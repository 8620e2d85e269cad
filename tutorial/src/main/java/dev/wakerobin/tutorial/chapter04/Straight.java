package dev.wakerobin.tutorial.chapter04;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.tutorial.chapter04.Club.NoScoreException;

/// ## Third: write it down, and let the machine be made
///
/// `async` takes a body, and answers its future. In a body one may `await`: wait for a future, and
/// have its value. That is all. `catch` catches, loops loop, and `finally` comes at the end.
final class Straight {
  private Straight() {}

  static Future<String> sentence(Club club, int seat) {
    return async(
        () -> {
          String name = await(club.name(seat));
          try {
            int points = await(club.score(name));
            return name + " has " + points + " points";
          } catch (NoScoreException _) {
            return name + " has not played yet";
          }
        });
  }
}
