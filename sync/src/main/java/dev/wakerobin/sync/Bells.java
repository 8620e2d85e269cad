package dev.wakerobin.sync;

import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;

/// Wakers to be rung once the lock has been let go under which they were collected.
final class Bells {
  private Waker first = Waker.noop(); // One is the usual number, and needs no list.
  private List<Waker> others = List.of();

  void add(Waker waker) {
    if (first == Waker.noop()) {
      first = waker;
    } else {
      if (others.isEmpty()) {
        others = new ArrayList<>();
      }
      others.add(waker);
    }
  }

  /// Rings them all, in the order in which they were added.
  void ring() {
    ring(first);
    others.forEach(Bells::ring);
  }

  /// Rings one.
  ///
  /// A waker must not throw. If one does, neither those after it nor the caller, who may just have
  /// released a lock of its own, can help it: the exception goes to the thread's handler of
  /// uncaught exceptions.
  static void ring(Waker waker) {
    try {
      waker.wake();
    } catch (Throwable thrown) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }
  }
}
