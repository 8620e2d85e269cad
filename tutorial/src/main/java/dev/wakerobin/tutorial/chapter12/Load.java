package dev.wakerobin.tutorial.chapter12;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.tutorial.Computing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// ## Four loads
///
/// Each of them has 40 ms to compute in all. They differ in who makes the tasks, how long each is,
/// and who waits for whom.
enum Load {
  /// A server in the morning: many requests, and none has to do with another one.
  MANY("40 tasks of 1 ms") {
    @Override
    Future<Unit> program(Computing work) {
      return spawnAll(work, 40, 1);
    }
  },

  /// A request that is split: one task computes for a while, and then makes all the others at once,
  /// wherever it happens to run.
  FAN("one task, and its fan of 18") {
    @Override
    Future<Unit> program(Computing work) {
      return async(
          () -> {
            work.lasting(Duration.ofMillis(4));
            await(spawnAll(work, 18, 2));
          });
    }
  },

  /// One is greedy, as in chapter 7, and comes first.
  GREEDY("one of 20 ms, and 20 of 1 ms") {
    @Override
    Future<Unit> program(Computing work) {
      return async(
          () -> {
            JoinHandle<Unit> greedy = Tasks.spawn(computing(work, 20));
            await(spawnAll(work, 20, 1));
            await(greedy);
          });
    }
  },

  /// Each task needs what the one before has made.
  CHAIN("a chain of 20, 2 ms each") {
    @Override
    Future<Unit> program(Computing work) {
      return async(
          () -> {
            for (int i = 0; i < 20; i++) {
              await(Tasks.spawn(computing(work, 2)));
            }
          });
    }
  };

  private final String words;

  Load(String words) {
    this.words = words;
  }

  /// As the page has it.
  String words() {
    return words;
  }

  /// The main task of the load.
  abstract Future<Unit> program(Computing work);

  private static Future<Unit> computing(Computing work, int millis) {
    return async(
        () -> {
          work.lasting(Duration.ofMillis(millis));
        });
  }

  private static Future<Unit> spawnAll(Computing work, int tasks, int millis) {
    return async(
        () -> {
          List<JoinHandle<Unit>> handles = new ArrayList<>();
          for (int i = 0; i < tasks; i++) {
            handles.add(Tasks.spawn(computing(work, millis)));
          }
          for (JoinHandle<Unit> handle : handles) {
            await(handle);
          }
        });
  }
}
