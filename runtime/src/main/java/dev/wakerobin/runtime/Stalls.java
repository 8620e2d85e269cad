package dev.wakerobin.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Notices that nothing can run any more although some `blockOn` waits.
///
/// That nobody runs and no time is set is seen by each thread that goes to sleep. Whether a foreign
/// thread may still ring is another question. After a first short wait the garbage collector is
/// asked whether anybody holds a waker of a sleeping task. If nobody does, that is the end; if
/// somebody does, he gets a grace, in real time.
final class Stalls {
  private static final String GRACE = "wakerobin.stall.grace";
  private static final long USUAL_GRACE_MILLIS = 5_000;
  static final long FIRST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Engine engine;
  private final VirtualClock clock;
  private final Idleness idleness;
  private final @Nullable Tracking tracking;
  private final long graceNanos;
  private final Set<RootLatch> roots = ConcurrentHashMap.newKeySet();

  private long sleeps = -1; // Which sleep of all it is that lasts. Guarded by this, as is the rest.
  private long began;
  private boolean asked; // Whether the garbage collector was.

  Stalls(Engine engine, VirtualClock clock, Idleness idleness, @Nullable Tracking tracking) {
    this.engine = engine;
    this.clock = clock;
    this.idleness = idleness;
    this.tracking = tracking;
    this.graceNanos = TimeUnit.MILLISECONDS.toNanos(graceMillis(System.getProperty(GRACE)));
  }

  /// What the system property asks for.
  static long graceMillis(@Nullable String property) {
    if (property == null || property.isBlank()) {
      return USUAL_GRACE_MILLIS;
    }
    try {
      long millis = Long.parseLong(property.strip());
      if (millis >= 0) {
        return millis;
      }
    } catch (NumberFormatException _) {
      // As wrong as a negative one.
    }
    throw new IllegalArgumentException(
        "the system property %s must be a number of milliseconds, at least 0, and it is '%s'"
            .formatted(GRACE, property));
  }

  void enter(RootLatch root) {
    roots.add(root);
  }

  void leave(RootLatch root) {
    roots.remove(root);
  }

  /// Called by a thread that is about to sleep. Answers how long it may really sleep before it has
  /// to look again: [Timers#NEVER] if there is nothing to look for.
  synchronized long look() {
    if (roots.isEmpty() || !clock.standsStill()) {
      return Timers.NEVER;
    }
    long now = System.nanoTime();
    if (idleness.sleeps() != sleeps) {
      sleeps = idleness.sleeps();
      began = now;
      asked = false;
    }
    long left = began + (asked ? graceNanos : FIRST_WAIT_NANOS) - now;
    if (left > 0) {
      return left;
    }
    List<TaskCell<?>> live = engine.live().snapshot();
    if (!asked && (tracking == null || tracking.isAnyWakerHeld(live))) {
      asked = true;
      return Math.max(1, graceNanos);
    }
    if (!clock.standsStill()) {
      return Timers.NEVER; // Somebody rang while it was asked who could.
    }
    declare(live);
    return Timers.NEVER;
  }

  private void declare(List<TaskCell<?>> live) {
    List<RootLatch> ended =
        roots.stream().sorted(Comparator.comparingLong(each -> each.root().number())).toList();
    String report =
        new StallReport(tracking, live)
            .text(
                ended.stream().<TaskCell<?>>map(RootLatch::root).toList(), engine.clock().nanos());
    roots.clear();
    ended.forEach(each -> each.stall(report));
    idleness.parkers().forEach(EventParker::unpark);
  }
}
