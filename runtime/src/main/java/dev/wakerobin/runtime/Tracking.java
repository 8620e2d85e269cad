package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Waker;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Keeps an eye on what each task awaits, for a runtime that was built to do so.
///
/// Each poll hands out wakers of its own, which the runtime itself holds weakly only. So after a
/// garbage collection it is known whether anybody has kept one. A join list does not keep them: it
/// gets the task, for who is in there is known.
final class Tracking {
  private static final int MOST_COLLECTIONS = 3;

  private final RuntimeClock clock;
  private final @Nullable LostWakers lost;
  private final Contention contention;
  private final Unpolled unpolled = new Unpolled();
  private final Map<TaskCell<?>, Awaits> awaits = new ConcurrentHashMap<>();

  /// @param lost who is to learn which wakers nobody holds any more, if somebody asks him
  Tracking(RuntimeClock clock, @Nullable LostWakers lost) {
    this.clock = clock;
    this.lost = lost;
    this.contention = new Contention(clock);
    Unpolled.beginToNote();
    Contention.beginToNote();
  }

  Unpolled unpolled() {
    return unpolled;
  }

  Contention contention() {
    return contention;
  }

  /// The context for a poll of that task that begins now.
  Context contextOf(TaskCell<?> task, Future<?> future) {
    Awaits its = awaits.computeIfAbsent(task, _ -> new Awaits(task, future.getClass(), lost));
    its.pollStarts(clock.nanos());
    return its;
  }

  /// The task that this thread polls is about to join another one. Answers what to put into the
  /// join list for that waker.
  Waker join(TaskCell<?> joined, Waker waker) {
    TaskCell<?> joiner = Seat.ofThisThread().task();
    Awaits its = joiner == null ? null : awaits.get(joiner);
    if (its != null) {
      its.join(joined);
    }
    return waker instanceof TrackedWaker(TaskCell<?> task) ? task : waker;
  }

  void ended(TaskCell<?> task) {
    awaits.remove(task);
  }

  @Nullable Awaits of(TaskCell<?> task) {
    return awaits.get(task);
  }

  /// Whether anybody could ring the bell of one of those. Runs the garbage collector.
  boolean isAnyWakerHeld(List<TaskCell<?>> tasks) {
    collectGarbage();
    return tasks.stream().map(awaits::get).anyMatch(its -> its != null && its.isAnyHeld());
  }

  private static void collectGarbage() {
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    for (int i = 0; i < MOST_COLLECTIONS && !garbage.refersTo(null); i++) {
      System.gc();
    }
  }
}
