package dev.wakerobin.tutorial.chapter13;

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

/// ## Two loads
///
/// Both are an office with one desk. Papers come in, and each takes so many polls of 1 ms; after
/// each of them it gives way to the others. What is urgent says so in its name.
enum Office {
  /// Six reports were there already, when two orders came that are urgent.
  ORDERS("6 reports, and then 2 urgent orders") {
    @Override
    Future<Unit> program(Computing work) {
      return async(
          () -> {
            List<JoinHandle<Unit>> papers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
              papers.add(Tasks.spawn("report", paper(work, 3)));
            }
            for (int i = 0; i < 2; i++) {
              papers.add(Tasks.spawn("urgent order", paper(work, 1)));
            }
            for (JoinHandle<Unit> paper : papers) {
              await(paper);
            }
          });
    }
  },

  /// Everybody says that it is urgent, all day long. But for one.
  RUSH("3 urgent ones that go on, and 1 report") {
    @Override
    Future<Unit> program(Computing work) {
      return async(
          () -> {
            List<JoinHandle<Unit>> papers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
              papers.add(Tasks.spawn("urgent business", paper(work, 8)));
            }
            papers.add(Tasks.spawn("report", paper(work, 4)));
            for (JoinHandle<Unit> paper : papers) {
              await(paper);
            }
          });
    }
  };

  private final String words;

  Office(String words) {
    this.words = words;
  }

  /// As the page has it.
  String words() {
    return words;
  }

  /// The main task of the load.
  abstract Future<Unit> program(Computing work);

  private static Future<Unit> paper(Computing work, int polls) {
    return async(
        () -> {
          work.lasting(Duration.ofMillis(1));
          for (int i = 1; i < polls; i++) {
            await(Tasks.yieldNow());
            work.lasting(Duration.ofMillis(1));
          }
        });
  }
}
