package dev.wakerobin.tck.zoo;

import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.SchedulerContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A compact work-stealing scheduler that keeps the contract: a slot and a queue for each worker,
/// under one lock, and a common queue for foreign threads. Its mutants override one step each.
class StealingScheduler extends QueueScheduler {
  private static final int SLOT_CAP = 3;
  private static final int COMMON_EVERY = 4;

  /// What one worker has; all of it is guarded by `lock`.
  static final class Local {
    final Deque<ReadyTask> tasks = new ArrayDeque<>();
    @Nullable ReadyTask slot;
    boolean polling;
    int slotInRow;
    int turns;
  }

  final Object lock = new Object();
  final Map<Thread, Local> locals = new ConcurrentHashMap<>();
  final Deque<ReadyTask> common = new ArrayDeque<>(); // Guarded by lock.

  StealingScheduler(SchedulerContext context) {
    super(context);
  }

  @Override
  public void schedule(ReadyTask task) {
    if (closed) {
      return;
    }
    synchronized (lock) {
      Local mine = locals.get(Thread.currentThread());
      if (mine == null) {
        common.addLast(task);
      } else {
        if (mine.slot != null) {
          mine.tasks.addLast(mine.slot);
        }
        mine.slot = task;
      }
      lock.notifyAll();
    }
  }

  @Override
  @Nullable ReadyTask take() {
    synchronized (lock) {
      Local mine = locals.computeIfAbsent(Thread.currentThread(), _ -> new Local());
      mine.polling = false;
      ReadyTask task = next(mine);
      while (task == null && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          return null;
        }
        task = next(mine);
      }
      mine.polling = true;
      return task;
    }
  }

  private @Nullable ReadyTask next(Local mine) {
    boolean commonFirst = ++mine.turns % commonEvery() == 0;
    ReadyTask task = commonFirst ? common.pollFirst() : null;
    if (task == null && mine.slot != null && mine.slotInRow < slotCap()) {
      mine.slotInRow++;
      task = mine.slot;
      mine.slot = null;
      return task;
    }
    mine.slotInRow = 0;
    if (task == null) {
      task = mine.tasks.pollFirst();
    }
    if (task == null) {
      task = common.pollFirst();
    }
    if (task == null && mine.slot != null) {
      task = mine.slot;
      mine.slot = null;
    }
    return task != null ? task : steal(mine);
  }

  private @Nullable ReadyTask steal(Local mine) {
    for (Local victim : locals.values()) {
      if (victim != mine) {
        if (victim.tasks.isEmpty() && victim.slot != null && stealsSlots() && victim.polling) {
          ReadyTask task = victim.slot;
          victim.slot = null;
          return task;
        }
        moveHalf(victim.tasks, mine.tasks);
        ReadyTask task = mine.tasks.pollFirst();
        if (task != null) {
          return task;
        }
      }
    }
    return null;
  }

  // ---- The steps that mutants change

  int slotCap() {
    return SLOT_CAP;
  }

  int commonEvery() {
    return COMMON_EVERY;
  }

  boolean stealsSlots() {
    return true;
  }

  /// The older half, and one more of an odd number.
  void moveHalf(Deque<ReadyTask> from, Deque<ReadyTask> to) {
    for (int left = (from.size() + 1) / 2; left > 0; left--) {
      to.addLast(from.removeFirst());
    }
  }
}
