package dev.wakerobin.tutorial.chapter04;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;
import static dev.wakerobin.async.Async.awaitAll;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.Set;

/// ## Sleepers
///
/// Two that nap once each, and three that nap twice. Which of those three take as long as two naps?
final class Naps {
  private Naps() {}

  /// Two tasks, each of which naps once.
  static Future<Unit> adaAndBob(Set<Thread> threads) {
    return async(
        () -> {
          JoinHandle<Unit> ada = Tasks.spawn("ada", once(threads));
          JoinHandle<Unit> bob = Tasks.spawn("bob", once(threads));
          await(ada);
          await(bob);
        });
  }

  /// Takes note of the thread before the nap, and after it.
  private static Future<Unit> once(Set<Thread> threads) {
    return async(
        () -> {
          threads.add(Thread.currentThread());
          await(Tasks.sleep(Duration.ofMillis(20)));
          threads.add(Thread.currentThread());
        });
  }

  /// One await after the other.
  static Future<Unit> inARow(Duration nap) {
    return async(
        () -> {
          await(Tasks.sleep(nap));
          await(Tasks.sleep(nap));
        });
  }

  /// One await for both.
  static Future<Unit> together(Duration nap) {
    return async(
        () -> {
          awaitAll(Tasks.sleep(nap), Tasks.sleep(nap));
        });
  }

  /// Each in a task of its own, and then one await after the other.
  static Future<Unit> spawned(Duration nap) {
    return async(
        () -> {
          JoinHandle<Unit> ada = Tasks.spawn(Tasks.sleep(nap));
          JoinHandle<Unit> bob = Tasks.spawn(Tasks.sleep(nap));
          await(ada);
          await(bob);
        });
  }
}
