package dev.wakerobin.benchmarks;

import dev.wakerobin.benchmarks.workloads.AwaitDepth20;
import dev.wakerobin.benchmarks.workloads.AwaitDepth5;
import dev.wakerobin.benchmarks.workloads.AwaitPending;
import dev.wakerobin.benchmarks.workloads.AwaitReady;
import dev.wakerobin.benchmarks.workloads.Chained;
import dev.wakerobin.benchmarks.workloads.CloseUnderLoad;
import dev.wakerobin.benchmarks.workloads.ColdBodies;
import dev.wakerobin.benchmarks.workloads.JoinAll;
import dev.wakerobin.benchmarks.workloads.MpscFrom1;
import dev.wakerobin.benchmarks.workloads.MpscFrom5;
import dev.wakerobin.benchmarks.workloads.MutexAcrossYield;
import dev.wakerobin.benchmarks.workloads.MutexBy1;
import dev.wakerobin.benchmarks.workloads.MutexBy4;
import dev.wakerobin.benchmarks.workloads.Parked;
import dev.wakerobin.benchmarks.workloads.PingPong;
import dev.wakerobin.benchmarks.workloads.PolledCalls;
import dev.wakerobin.benchmarks.workloads.PolledDepth20;
import dev.wakerobin.benchmarks.workloads.PolledDepth5;
import dev.wakerobin.benchmarks.workloads.PolledLocals;
import dev.wakerobin.benchmarks.workloads.PolledPending;
import dev.wakerobin.benchmarks.workloads.PolledReady;
import dev.wakerobin.benchmarks.workloads.SemaphoreBy1;
import dev.wakerobin.benchmarks.workloads.SemaphoreBy4;
import dev.wakerobin.benchmarks.workloads.SpawnLocal;
import dev.wakerobin.benchmarks.workloads.SpawnRemote;
import dev.wakerobin.benchmarks.workloads.SpawnStorm;
import dev.wakerobin.benchmarks.workloads.SpawnWorker;
import dev.wakerobin.benchmarks.workloads.Timers;
import dev.wakerobin.benchmarks.workloads.YieldMany;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be measured, in the order in which it is shown.
public enum Workload {
  /// See the class, as with all of these.
  SPAWN_LOCAL(SpawnLocal.class, true),
  /// From a worker's own thread.
  SPAWN_WORKER(SpawnWorker.class, false),
  /// From threads that belong to nobody.
  SPAWN_REMOTE(SpawnRemote.class, true),
  /// One after the other.
  CHAINED(Chained.class, false),
  /// A tree of tasks.
  SPAWN_STORM(SpawnStorm.class, false),
  /// Two oneshots and two wakes.
  PING_PONG(PingPong.class, true),
  /// Nothing but scheduling.
  YIELD_MANY(YieldMany.class, true),
  /// Handles.
  JOIN_ALL(JoinAll.class, true),
  /// One to one.
  MPSC_FROM_1(MpscFrom1.class, true),
  /// Five to one.
  MPSC_FROM_5(MpscFrom5.class, false),
  /// A lock that is free.
  MUTEX_BY_1(MutexBy1.class, false),
  /// A lock that others want.
  MUTEX_BY_4(MutexBy4.class, false),
  /// A lock that others want and its holder keeps for a while.
  MUTEX_ACROSS_YIELD(MutexAcrossYield.class, false),
  /// A permit that is there.
  SEMAPHORE_BY_1(SemaphoreBy1.class, false),
  /// Permits that others want.
  SEMAPHORE_BY_4(SemaphoreBy4.class, false),
  /// An async function, against a machine by hand and Kotlin's.
  AWAIT_READY(AwaitReady.class, false),
  /// The same, left and entered again.
  AWAIT_PENDING(AwaitPending.class, false),
  /// Five deep.
  AWAIT_DEPTH_5(AwaitDepth5.class, false),
  /// Twenty deep.
  AWAIT_DEPTH_20(AwaitDepth20.class, false),
  /// The machine alone, without a scheduler, and so are those below.
  POLLED_READY(PolledReady.class, false),
  /// Left and entered again.
  POLLED_PENDING(PolledPending.class, false),
  /// Twelve variables are kept.
  POLLED_LOCALS(PolledLocals.class, false),
  /// Five deep.
  POLLED_DEPTH_5(PolledDepth5.class, false),
  /// Twenty deep.
  POLLED_DEPTH_20(PolledDepth20.class, false),
  /// Made, polled once, and done.
  POLLED_CALLS(PolledCalls.class, false),
  /// Used for the first time.
  COLD_BODIES(ColdBodies.class, false),
  /// Compared by the time of the processors.
  TIMERS(Timers.class, Figure.CPU),
  /// Compared by what they keep of the heap.
  PARKED(Parked.class, Figure.BYTES),
  /// Everything ends.
  CLOSE_UNDER_LOAD(CloseUnderLoad.class, false);

  private final Class<?> type;
  private final boolean quick;
  private final Figure figure;

  /// @param quick whether a quick run has it
  Workload(Class<?> type, boolean quick) {
    this.type = type;
    this.quick = quick;
    this.figure = Figure.WALL;
  }

  Workload(Class<?> type, Figure figure) {
    this.type = type;
    this.quick = false;
    this.figure = figure;
  }

  /// The class with its versions.
  public Class<?> type() {
    return type;
  }

  /// As it is typed and shown: `spawn_local`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is short, and is done over and over while it is measured.
  public boolean repeats() {
    return figure == Figure.WALL;
  }

  /// What decides.
  Figure figure() {
    return figure;
  }

  static Optional<Workload> of(String word) {
    return Arrays.stream(values()).filter(workload -> workload.word().equals(word)).findFirst();
  }

  static List<Workload> quickOnes() {
    return Arrays.stream(values()).filter(workload -> workload.quick).toList();
  }
}
