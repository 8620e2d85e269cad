package dev.wakerobin.tutorial.chapter11;

import static dev.wakerobin.async.Async.async;
import static dev.wakerobin.async.Async.await;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.TaskScope;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.CancellationToken;
import dev.wakerobin.sync.Oneshot;
import dev.wakerobin.tutorial.Computing;
import java.time.Duration;

/// ## People at work
///
/// Those who are to be stopped, each in another way.
record Workshop(Diary diary) {

  /// ### One falls, and the others are let go
  ///
  /// A *scope* waits for all its children. Here one of the three fails. There is no use in the
  /// other two going on for an hour: so they are cancelled, the scope waits until they have let go,
  /// and then it throws.
  Future<Unit> team() {
    return TaskScope.failFast(
        scope -> {
          scope.spawn("saw", sawing(Duration.ofHours(1)));
          scope.spawn("paint", sawing(Duration.ofHours(2)));
          scope.spawn("drill", drilling());
          return Tasks.sleep(Duration.ofMinutes(1));
        });
  }

  Future<Unit> sawing(Duration length) {
    return async(
        () -> {
          try {
            await(Tasks.sleep(length));
          } finally {
            diary.note("the work of " + length + " is put away");
          }
        });
  }

  private Future<Unit> drilling() {
    return async(
        () -> {
          await(Tasks.sleep(Duration.ofMillis(10)));
          diary.note("the drill breaks");
          throw new IllegalStateException("the drill is broken");
        });
  }

  /// ### One who is asked
  ///
  /// Makes one chair after the other, each in 4 ms. Before each one he looks whether he was asked
  /// to stop. So he stops where it suits him: no chair is ever left half done. That is what a
  /// *token* is for.
  Future<Unit> carpenter(CancellationToken token) {
    return async(
        () -> {
          int chairs = 0;
          boolean done = true;
          try {
            while (!token.isCancelled()) {
              done = false;
              await(Tasks.sleep(Duration.ofMillis(4)));
              done = true;
              chairs++;
            }
          } finally {
            diary.note(chairs + " chairs" + (done ? "" : ", and half a one"));
          }
        });
  }

  /// ### One who computes
  ///
  /// A poll of 30 ms, and in the middle of it another thread aborts the task. Who the task is, it
  /// is told in a letter.
  Future<Unit> reckoner(Computing work, Oneshot<JoinHandle<Unit>> letter) {
    return async(
        () -> {
          try {
            JoinHandle<Unit> self = await(letter);
            work.lasting(Duration.ofMillis(10));
            Thread.ofPlatform().start(self::abort).join();
            boolean interrupted = Thread.currentThread().isInterrupted();
            diary.note("reckoner: aborted, interrupted: " + interrupted);
            work.lasting(Duration.ofMillis(20));
            diary.note("reckoner: has reckoned, and goes to sleep");
            await(Tasks.sleep(Duration.ofHours(1)));
          } finally {
            diary.note("reckoner: finally");
          }
        });
  }
}
