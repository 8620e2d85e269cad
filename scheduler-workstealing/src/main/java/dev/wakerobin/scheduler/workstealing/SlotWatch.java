package dev.wakerobin.scheduler.workstealing;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sees to it that no task is stuck in the slot of a worker that stays in one poll for long, nor
/// the one that takes turns with it.
///
/// Filling a slot wakes nobody: as a rule its worker comes to it in a moment, and waking another
/// one for it each time would cost more than the task. But if the poll then goes on and on, the
/// task would wait although others sleep; and so would one in the ring that nobody was called for,
/// as [Worker] does it for a pair of tasks. So while anybody is awake, one of the sleepers looks at
/// the slots once a millisecond; a slot that is still full and whose worker has not begun another
/// poll meanwhile is taken from it. When all sleep, nobody looks: idle costs nothing.
///
/// Tokio leaves such a task where it is; Go has its `sysmon` thread for this.
final class SlotWatch {
  static final long PERIOD_NANOS = 1_000_000;

  private final Idle idle;
  private final List<Worker> workers;
  private final AtomicReference<@Nullable Worker> watcher = new AtomicReference<>();
  private final int[] lastPolls; // The watcher's: each worker's count of polls at the last look.

  SlotWatch(Idle idle, List<Worker> workers, int parallelism) {
    this.idle = idle;
    this.workers = workers;
    this.lastPolls = new int[parallelism];
  }

  /// A slot was filled, or a task kept beside it: if somebody sleeps and nobody watches, a sleeper
  /// is told to.
  void slotFilled() {
    while (watcher.get() == null && idle.anyAsleep()) {
      Worker sleeper = idle.longestAsleep();
      if (sleeper != null && watcher.compareAndSet(null, sleeper)) {
        if (sleeper.isAsleep()) {
          sleeper.unpark();
        } else { // It got up just now, perhaps too early to see that it was called.
          watcher.compareAndSet(sleeper, null);
        }
      }
    }
  }

  /// A worker is about to sleep. If a task is kept somewhere and nobody watches, it does: when that
  /// slot was filled, all may have been awake. Pairs with `slotFilled`: there the slot is filled,
  /// then the sleepers are looked at; here the sleep has been announced, then come the slots.
  void volunteer(Worker me) {
    if (watcher.get() == null && anyTaskKept()) {
      watcher.compareAndSet(null, me);
    }
  }

  private boolean anyTaskKept() {
    for (Worker each : workers) {
      if (each.hasTaskInSlot() || each.hasTaskInRing()) {
        return true;
      }
    }
    return false;
  }

  boolean isWatcher(Worker worker) {
    return watcher.get() == worker;
  }

  /// The watcher looks once: true if it has taken a task, into its own queue.
  boolean look(Worker me) {
    if (!idle.anyAwake()) {
      retire(me);
      return false;
    }
    boolean taken = false;
    for (Worker each : workers) {
      int polls = each.polls();
      boolean stuck = polls == lastPolls[each.number()];
      lastPolls[each.number()] = polls;
      taken |= stuck && me.takeFrom(each);
    }
    return taken;
  }

  /// All sleep, so there is no slot to watch. Somebody who woke up just now may have filled one and
  /// seen that we watch: then its waking came before our retiring, and we see it by looking once
  /// more.
  private void retire(Worker me) {
    watcher.set(null);
    if (idle.anyAwake()) {
      watcher.compareAndSet(null, me);
    }
  }

  /// A worker has got up; it does not watch any more. If a task is kept somewhere another sleeper
  /// takes over; else the next one that is kept calls one.
  void leave(Worker me) {
    if (watcher.compareAndSet(me, null) && anyTaskKept()) {
      slotFilled();
    }
  }
}
