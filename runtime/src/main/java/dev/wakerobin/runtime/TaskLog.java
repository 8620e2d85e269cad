package dev.wakerobin.runtime;

import dev.wakerobin.TaskId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// What is remembered of a task for a dump, beyond what it takes to run it: kept only by a runtime
/// that has a watchdog or tracks.
///
/// Written by the thread that polls the task; read by any, opaquely: each value by itself is whole,
/// and of a moment ago.
final class TaskLog {
  private static final VarHandle POLLS;
  private static final VarHandle REWOKEN;
  private static final VarHandle LONGEST;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      POLLS = lookup.findVarHandle(TaskLog.class, "polls", long.class);
      REWOKEN = lookup.findVarHandle(TaskLog.class, "rewoken", long.class);
      LONGEST = lookup.findVarHandle(TaskLog.class, "longest", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long spawnedAt;
  private final long spawner; // Its number, or 0. Not the task: it is not to be kept for this.
  private final String spawnerName;
  private final @Nullable String spawnedWhere;

  private long polls;
  private long rewoken;
  private long longest; // Nanoseconds.
  private long pollBegan; // The poller's.

  /// @param nanos the time of the runtime's clock
  /// @param spawnedWhere the line of the spawn, if the runtime tracks
  TaskLog(long nanos, @Nullable TaskCell<?> spawner, @Nullable String spawnedWhere) {
    this.spawnedAt = nanos;
    this.spawner = spawner == null ? 0 : spawner.number();
    this.spawnerName = spawner == null ? "" : spawner.name();
    this.spawnedWhere = spawnedWhere;
  }

  // ---- Told by the thread that polls

  void pollStarts() {
    POLLS.setOpaque(this, polls + 1);
  }

  void pollBegan(long nanos) {
    pollBegan = nanos;
  }

  void pollEnded(long nanos) {
    if (nanos - pollBegan > longest) {
      LONGEST.setOpaque(this, nanos - pollBegan);
    }
  }

  /// The poll has answered pending, and the task was woken while it lasted.
  void wokenWhilePolled() {
    REWOKEN.setOpaque(this, rewoken + 1);
  }

  // ---- Asked by any

  long spawnedAt() {
    return spawnedAt;
  }

  @Nullable TaskId spawner() {
    return spawner == 0 ? null : new TaskId(spawner, spawnerName);
  }

  @Nullable String spawnedWhere() {
    return spawnedWhere;
  }

  long polls() {
    return (long) POLLS.getOpaque(this);
  }

  /// How many polls ended with the task being woken already.
  long rewoken() {
    return (long) REWOKEN.getOpaque(this);
  }

  /// The longest poll that has ended, in nanoseconds.
  long longest() {
    return (long) LONGEST.getOpaque(this);
  }
}
