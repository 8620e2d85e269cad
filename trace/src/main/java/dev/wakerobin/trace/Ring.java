package dev.wakerobin.trace;

import dev.wakerobin.runtime.Event;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The last events of one worker. It grows until it has its capacity; then the newest event takes
/// the place of the oldest.
///
/// One thread adds, apart from the ring of the foreign threads, so the lock is hardly ever waited
/// for.
final class Ring {
  private static final int FIRST_LENGTH = 64;

  /// An event and when it was told, among all of the runtime.
  record Ticked(long tick, Event event) {}

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Ticked[] places; // This and the rest are guarded by the lock.
  private int next; // Where the next one goes.
  private long lastDropped = -1;

  Ring(int capacity) {
    this.capacity = capacity;
    this.places = new @Nullable Ticked[Math.min(FIRST_LENGTH, capacity)];
  }

  /// Draws the tick under the lock, so that the ticks of a ring rise.
  void add(Event event, AtomicLong ticks) {
    lock.lock();
    try {
      if (next == places.length) {
        wrapOrGrow();
      }
      Ticked oldest = places[next];
      if (oldest != null) {
        lastDropped = oldest.tick;
      }
      places[next++] = new Ticked(ticks.getAndIncrement(), event);
    } finally {
      lock.unlock();
    }
  }

  private void wrapOrGrow() {
    if (places.length == capacity) {
      next = 0;
    } else {
      int length = (int) Math.min(capacity, places.length * 2L);
      places = Arrays.copyOf(places, length);
    }
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /// To be called under the lock.
  void copyInto(List<Ticked> all) {
    for (Ticked each : places) {
      if (each != null) {
        all.add(each);
      }
    }
  }

  /// The tick of the newest event that gave way; -1 if none did. To be called under the lock.
  long lastDropped() {
    return lastDropped;
  }
}
