package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Learns from the garbage collector which wakers nobody holds any more, and finds those tasks that
/// wait all the same. It costs nothing but for wakers that were collected, most of which are of
/// polls long past.
final class LostWakers {
  private final ReferenceQueue<Waker> collected = new ReferenceQueue<>();
  private final Set<Awaits> suspects = new HashSet<>(); // Touched by one look at a time.

  private static final class Held extends WeakReference<Waker> {
    private final Awaits by;

    private Held(Waker waker, ReferenceQueue<Waker> queue, Awaits by) {
      super(waker, queue);
      this.by = by;
    }
  }

  /// Holds a waker that was taken, weakly.
  WeakReference<Waker> hold(Waker waker, Awaits by) {
    return new Held(waker, collected, by);
  }

  /// Tells of tasks that have lost their wakers. A suspect has to be one at two looks in a row: a
  /// waker that is being rung just now may be collected before its task has been woken.
  void look(Allowance allowance, long now, Consumer<Finding> found) {
    for (Awaits suspect : suspects) {
      if (suspect.sleepsForEver()) {
        long keptBack = allowance.ask(now);
        if (keptBack != Allowance.KEEP_BACK) {
          found.accept(new LostWaker(suspect.task().id(), suspect.lastTakenAt(), keptBack));
        }
      }
    }
    suspects.clear();
    while (collected.poll() instanceof Held held) {
      if (held.by.sleepsForEver()) {
        suspects.add(held.by);
      }
    }
  }
}
