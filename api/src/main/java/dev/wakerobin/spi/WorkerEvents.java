package dev.wakerobin.spi;

/// What a scheduler tells about its workers, for timelines and counts. Telling is a kindness, not a
/// duty, and costs next to nothing if nobody listens. Workers count from 0.
public interface WorkerEvents {

  /// The calling thread is that worker from now on: the polls and parks it makes are drawn in its
  /// row.
  void started(int worker);

  /// The calling thread is that worker no more.
  void stopped(int worker);

  /// The calling thread, which has started as several workers, goes on as that one: for a scheduler
  /// that shows one thread as many workers.
  default void actingAs(int worker) {}

  /// A worker took tasks from another one's queue.
  ///
  /// @param tasks how many
  void stole(int thief, int tasks, int victim);
}
