package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// The queue that all workers share: for tasks from foreign threads, and for what overflows a ring.
/// Its lock is held for a few instructions; a worker comes here once in many tasks, and then moves
/// a batch.
final class Injector {
  private final ArrayDeque<ReadyTask> tasks = new ArrayDeque<>(); // Guarded by this.
  private volatile int size; // Written under the lock; an empty injector costs no lock.

  synchronized void push(ReadyTask task) {
    tasks.add(task);
    size = tasks.size();
  }

  synchronized void pushAll(ReadyTask[] batch) {
    for (ReadyTask task : batch) {
      tasks.add(task);
    }
    size = tasks.size();
  }

  /// Takes the oldest task, if there is one.
  @Nullable ReadyTask poll() {
    if (size == 0) {
      return null;
    }
    synchronized (this) {
      ReadyTask oldest = tasks.poll();
      size = tasks.size();
      return oldest;
    }
  }

  /// Answers the oldest task, if there is one, and moves others behind it to the ring of the
  /// calling worker: no more than its share of the whole, than half a ring, and than fits.
  ///
  /// @param workers among how many the tasks are shared
  @Nullable ReadyTask takeBatch(TaskRing ring, int workers) {
    if (size == 0) {
      return null;
    }
    synchronized (this) {
      ReadyTask first = tasks.poll();
      int share = Math.min(tasks.size() / workers + 1, TaskRing.CAPACITY / 2);
      for (int more = Math.min(share - 1, ring.room()); more > 0; more--) {
        ReadyTask next = tasks.poll();
        if (next == null || !ring.push(next)) {
          break;
        }
      }
      size = tasks.size();
      return first;
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  synchronized void clear() {
    tasks.clear();
    size = 0;
  }
}
