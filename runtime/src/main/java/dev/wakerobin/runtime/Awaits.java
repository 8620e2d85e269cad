package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one task awaits: who took its waker, in its latest poll and before, and which tasks it
/// joins. It is the context of the task's polls while they are tracked.
final class Awaits implements TaskContext {

  /// A waker that was taken, and where.
  record Taken(Site site, WeakReference<Waker> waker, long poll) {
    boolean isHeld() {
      return !waker.refersTo(null);
    }
  }

  private static final int FEW = 8;

  private final TaskCell<?> task;
  private final Class<?> future;
  private final @Nullable LostWakers lost;

  private final List<Taken> taken = new ArrayList<>(); // Guarded by this, as are the rest.
  private final Map<TaskCell<?>, Site> joined = new LinkedHashMap<>(); // In the latest poll.
  private int enough = FEW; // As many as are kept before those are let go that nobody holds.
  private long poll;
  private long since;

  Awaits(TaskCell<?> task, Class<?> future, @Nullable LostWakers lost) {
    this.lost = lost;
    this.task = task;
    this.future = future;
  }

  /// A poll begins: what it does not take again it awaits no more.
  synchronized void pollStarts(long nanos) {
    poll++;
    since = nanos;
    joined.clear();
    if (taken.size() >= enough) { // Looking at all in each poll would cost polls times wakers.
      taken.removeIf(each -> !each.isHeld());
      enough = Math.max(FEW, 2 * taken.size());
    }
  }

  @Override
  public Waker waker() {
    Waker waker = new TrackedWaker(task);
    Site site = Site.here(Awaits.class);
    synchronized (this) {
      taken.add(new Taken(site, held(waker), poll));
    }
    return waker;
  }

  private WeakReference<Waker> held(Waker waker) {
    return lost == null ? new WeakReference<>(waker) : lost.hold(waker, this);
  }

  @Override
  public boolean tryProceed() {
    return task.tryProceed();
  }

  @Override
  public void pollAgain() {
    waker().wake();
  }

  @Override
  public Engine engine() {
    return task.engine();
  }

  /// The task is about to wait for the end of another one.
  synchronized void join(TaskCell<?> other) {
    joined.put(other, Site.here(Awaits.class, Tracking.class, Engine.class));
  }

  // ---- What a report asks

  TaskCell<?> task() {
    return task;
  }

  Class<?> future() {
    return future;
  }

  /// When its latest poll began, in nanoseconds of the runtime's clock.
  synchronized long since() {
    return since;
  }

  synchronized Map<TaskCell<?>, Site> joined() {
    return new LinkedHashMap<>(joined);
  }

  /// Who took the waker of the latest poll, whether or not he has kept it; those that only joined a
  /// task left out.
  synchronized List<Taken> latest() {
    return taken.stream().filter(each -> each.poll() == poll && !each.site().isJoin()).toList();
  }

  /// Wakers of earlier polls that somebody still has.
  synchronized List<Taken> earlier() {
    return taken.stream().filter(each -> each.poll() != poll && each.isHeld()).toList();
  }

  /// Whether the task waits and nobody can wake it: it joins none, and no waker is held.
  synchronized boolean sleepsForEver() {
    return joined.isEmpty()
        && !taken.isEmpty()
        && !isAnyHeld()
        && task.state() == TaskDump.State.WAITING;
  }

  /// Where the latest waker was taken.
  synchronized String lastTakenAt() {
    return taken.getLast().site().toString();
  }

  /// Whether somebody could still ring, as far as wakers go.
  synchronized boolean isAnyHeld() {
    return taken.stream().anyMatch(Taken::isHeld);
  }
}
