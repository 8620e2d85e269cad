package dev.wakerobin.runtime;

import org.jspecify.annotations.Nullable;

/// Where a task stands in the lists of its runtime: its place among the live tasks, and what is
/// remembered of it, if anything is. Both are set once, before the task is first handed over.
abstract class Listed extends Awaited {
  private Shard.@Nullable Page page;
  private int place;
  private @Nullable TaskLog log;

  final void livesAt(Shard.Page itsPage, int itsPlace) {
    page = itsPage;
    place = itsPlace;
  }

  final void leaveLiveTasks() {
    Shard.Page home = page;
    if (home != null) {
      home.clear(place);
    }
  }

  /// From now on it is remembered in there what becomes of this task.
  final void remember(TaskLog itsLog) {
    log = itsLog;
  }

  final @Nullable TaskLog log() {
    return log;
  }
}
