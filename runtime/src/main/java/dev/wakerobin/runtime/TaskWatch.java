package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.util.concurrent.atomic.AtomicBoolean;

/// Joins one task with a bell of its own and does something, once, when the task has ended. To be
/// extended by what is to be done.
///
/// Those who join a task are rung for other reasons as well: when one of them stops waiting, all
/// are rung and forgotten. So this looks whether the task has ended, and joins again if it has not.
abstract class TaskWatch<T> implements Waker {
  private final TaskCell<T> task;
  private final AtomicBoolean done = new AtomicBoolean(); // It has ended, or we watch no more.

  TaskWatch(TaskCell<T> task) {
    this.task = task;
  }

  /// The task has ended. Called once, by the thread on which it ended or by the one that began to
  /// watch; not under a lock.
  abstract void arrive();

  final TaskCell<T> task() {
    return task;
  }

  /// Begins to watch; at once over if the task has ended.
  final void watchOver() {
    task.addJoiner(this);
    if (task.isDone() && done.compareAndSet(false, true)) { // As TaskCell.poll: add, then look.
      arrive();
    }
  }

  @Override
  public final void wake() {
    if (!done.get()) {
      watchOver();
    }
  }

  /// Watches no more: the task does not count as awaited on our behalf.
  final void release() {
    if (done.compareAndSet(false, true)) {
      task.cancel();
    }
  }
}
