package dev.wakerobin.runtime;

import dev.wakerobin.stress.Together;

/// A task that others wake, with a queue in which it is at most once, and threads that take it from
/// there.
final class StateScenarios {
  private final Verbs task;

  private int queued = 1; // Guarded by this: it is born handed over.
  private boolean over; // Guarded by this.
  private int ends; // Guarded by this.

  private volatile boolean polled;
  private volatile boolean firstRang;
  private volatile boolean secondRang;

  private StateScenarios(Verbs task) {
    this.task = task;
  }

  /// Two wake it once each, and one polls it until it has seen both. A lost wake is a deadlock.
  static void twoWakers(Verbs task) {
    StateScenarios all = new StateScenarios(task);
    Together.act(all::pollUntilBothRang, all::first, all::second);
  }

  /// The same with two who poll, never both at once.
  static void twoPollers(Verbs task) {
    StateScenarios all = new StateScenarios(task);
    Together.act(all::pollUntilBothRang, all::pollUntilBothRang, all::ringTwice);
    all.checkOneEnd();
  }

  /// One polls it, one wakes it, one claims it to end it without a scheduler. It ends once.
  static void claimedMeanwhile(Verbs task) {
    StateScenarios all = new StateScenarios(task);
    all.secondRang = true;
    Together.act(all::pollUntilBothRang, all::first, all::claim);
    all.checkOneEnd();
  }

  // ---- The wakers

  private void first() {
    firstRang = true;
    wake();
  }

  private void second() {
    secondRang = true;
    wake();
  }

  private void ringTwice() {
    first();
    second();
  }

  private void wake() {
    if (task.ring() == TaskState.Woken.HAND_OVER) {
      handOver();
    }
  }

  private synchronized void handOver() {
    queued++;
    if (queued > 1) {
      throw new AssertionError("it is in the queue twice");
    }
    notifyAll();
  }

  private void claim() {
    if (task.claim()) {
      enter();
      end();
    }
  }

  // ---- Who polls

  private void pollUntilBothRang() {
    while (take()) {
      if (task.startPolling()) {
        enter();
        if (firstRang && secondRang) {
          end();
        } else {
          polled = false;
          if (task.pause()) {
            handOver();
          }
        }
      }
    }
  }

  private void enter() {
    if (polled) {
      throw new AssertionError("two polls at once");
    }
    polled = true;
  }

  private void end() {
    polled = false;
    task.finish();
    isOver();
  }

  private synchronized void isOver() {
    over = true;
    ends++;
    notifyAll();
  }

  private synchronized void checkOneEnd() {
    if (ends != 1) {
      throw new AssertionError("it ended " + ends + " times");
    }
  }

  /// False once the task has ended.
  private synchronized boolean take() {
    while (queued == 0 && !over) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts here", e);
      }
    }
    if (over) {
      return false;
    }
    queued--;
    return true;
  }
}
