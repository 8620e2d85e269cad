package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.Hold;
import org.jspecify.annotations.Nullable;

/// Something that somebody holds, who took it where, and when.
final class Holding implements Hold {
  private final Contention all;
  private final String what;
  private final Identity thing;
  private final @Nullable TaskId task;
  private final String thread = Thread.currentThread().getName();
  private final Site site;
  private final long since;

  /// @param what in words: `the lock of Mutex 2`
  /// @param task who took it; null if the calling thread polls none
  /// @param since in nanoseconds of the runtime's clock
  Holding(
      Contention all, String what, Identity thing, @Nullable TaskId task, Site site, long since) {
    this.all = all;
    this.what = what;
    this.thing = thing;
    this.task = task;
    this.site = site;
    this.since = since;
  }

  @Override
  public void released() {
    all.released(this);
  }

  String what() {
    return what;
  }

  Identity thing() {
    return thing;
  }

  Site site() {
    return site;
  }

  long since() {
    return since;
  }

  /// Whether a task took it, and no other code.
  boolean isByTask() {
    return task != null;
  }

  /// Which task took it; zero if it was none.
  long taskNumber() {
    return task == null ? 0 : task.number();
  }

  /// As in `task 7 'heartbeat'`, or `thread 'main'`.
  String by() {
    return task != null ? task.toString() : "thread '" + thread + "'";
  }
}
