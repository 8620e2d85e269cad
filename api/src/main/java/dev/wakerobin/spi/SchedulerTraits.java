package dev.wakerobin.spi;

import java.util.Objects;

/// What a kind of scheduler promises beyond the contract.
///
/// ```java
/// SchedulerTraits.onCallersThread().withFairness((tasks, workers) -> tasks)
/// ```
///
/// @param threads whose threads it runs tasks on
/// @param deterministic whether equal seed and equal program give equal traces
/// @param fairness how long a task may have to wait
public record SchedulerTraits(Threads threads, boolean deterministic, Fairness fairness) {

  /// Whose threads run the tasks.
  public enum Threads {
    /// Only those that are lent through [Scheduler#runUntil]; it starts none.
    CALLERS,
    /// Its own.
    OWN
  }

  /// How long a task may have to wait, counted in polls of other tasks.
  @FunctionalInterface
  public interface Fairness {

    /// The most polls of other tasks, on all workers together, that may *begin* between the wake of
    /// a task and its own poll, if all workers go equally fast. It holds for wakes from inside and
    /// from foreign threads.
    ///
    /// @param liveTasks how many tasks there are that have not ended, at most, meanwhile
    /// @param workers the parallelism
    long mostPollsBetween(int liveTasks, int workers);
  }

  /// Refuses null.
  public SchedulerTraits {
    Objects.requireNonNull(threads, "threads");
    Objects.requireNonNull(fairness, "fairness");
  }

  /// Runs tasks on threads of its own, one queue for all, first come, first served.
  public static SchedulerTraits onOwnThreads() {
    return new SchedulerTraits(Threads.OWN, false, SchedulerTraits::oneQueue);
  }

  /// Runs tasks on the caller's thread only, from one queue, first come, first served.
  public static SchedulerTraits onCallersThread() {
    return new SchedulerTraits(Threads.CALLERS, false, SchedulerTraits::oneQueue);
  }

  /// The same with another bound.
  public SchedulerTraits withFairness(Fairness bound) {
    return new SchedulerTraits(threads, deterministic, bound);
  }

  /// Everybody who was there already comes first, and each worker may be about to begin one more.
  private static long oneQueue(int liveTasks, int workers) {
    return (long) liveTasks + workers;
  }
}
