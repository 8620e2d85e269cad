package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Gap;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// One of the queues of the [Injector]: first in, first out, under a lock that is held for a few
/// instructions. It lies apart in memory, as [WorkerState] does.
sealed class Lane extends Gap {
  private final ArrayDeque<ReadyTask> tasks = new ArrayDeque<>(); // Guarded by this.
  private volatile int size; // Written under the lock; an empty lane costs no lock.

  private Lane() {}

  static Lane create() {
    return new Apart();
  }

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

  /// The lane with a gap behind it, too.
  @SuppressWarnings("unused")
  private static final class Apart extends Lane {
    long behind0;
    long behind1;
    long behind2;
    long behind3;
    long behind4;
    long behind5;
    long behind6;
    long behind7;
    long behind8;
    long behind9;
    long behind10;
    long behind11;
    long behind12;
    long behind13;
    long behind14;
    long behind15;
  }
}
