package dev.wakerobin.runtime;

/// How much a runtime remembers of each task, for its dumps.
enum MemoryOfTasks {
  /// Nothing: it costs nothing.
  NONE,
  /// When it was spawned and by whom, and how often it was polled: an object for each task.
  COUNTS,
  /// Also the line that spawned it, and how long its polls take: a look at the stack for each task,
  /// and two at the clock for each poll.
  ALL;

  static MemoryOfTasks of(Settings settings) {
    if (settings.tracking()) {
      return ALL;
    }
    return settings.watchdog() != null ? COUNTS : NONE;
  }

  void spawned(TaskCell<?> task, Seat seat, RuntimeClock clock) {
    if (this != NONE) {
      TaskCell<?> by = seat.task();
      String where =
          this == ALL
              ? Site.here(
                      MemoryOfTasks.class,
                      Instruments.class,
                      Engine.class,
                      AsyncRuntime.class,
                      Tasks.class,
                      TaskScope.class,
                      TaskTracker.class,
                      JoinSet.class)
                  .outside()
              : null;
      task.remember(
          new TaskLog(
              clock.nanos(), by != null && by.engine() == task.engine() ? by : null, where));
    }
  }

  void pollStarted(TaskCell<?> task, RuntimeClock clock) {
    TaskLog log = task.log();
    if (log != null) {
      log.pollStarts();
      if (this == ALL) {
        log.pollBegan(clock.nanos());
      }
    }
  }

  void pollEnded(TaskCell<?> task, RuntimeClock clock) {
    TaskLog log = task.log();
    if (this == ALL && log != null) {
      log.pollEnded(clock.nanos());
    }
  }

  void wokenWhilePolled(TaskCell<?> task) {
    TaskLog log = task.log();
    if (log != null) {
      log.wokenWhilePolled();
    }
  }
}
