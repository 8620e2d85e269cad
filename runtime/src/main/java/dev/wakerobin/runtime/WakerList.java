package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Those who wait for one event, each once, in the order in which they came.
///
/// Somebody who is polled again and again adds the same waker each time. Looking for it in the
/// whole list would make n waiters cost n²; so the list is rid of its doubles whenever it has
/// doubled.
final class WakerList {
  private static final int FIRST_SWEEP = 8;

  private List<Waker> wakers = new ArrayList<>(1); // Guarded by this.
  private int sweepAt = FIRST_SWEEP; // Guarded by this.

  synchronized void add(Waker waker) {
    if (!wakers.isEmpty() && wakers.getLast() == waker) {
      return;
    }
    wakers.add(waker);
    if (wakers.size() >= sweepAt) {
      Set<Waker> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      wakers.removeIf(each -> !seen.add(each));
      sweepAt = Math.max(FIRST_SWEEP, 2 * wakers.size());
    }
  }

  /// Rings everybody and forgets them. A waker that throws is reported, and the others are rung.
  void wakeAll(Consumer<? super Throwable> reporter) {
    // Not under the lock: who is rung may come back at once.
    takeAll().forEach(each -> Bell.ring(each, reporter));
  }

  private synchronized List<Waker> takeAll() {
    List<Waker> all = wakers;
    wakers = new ArrayList<>(1);
    sweepAt = FIRST_SWEEP;
    return all;
  }

  synchronized int size() {
    return wakers.size();
  }
}
