package dev.wakerobin.benchmarks.contenders;

import java.util.concurrent.ForkJoinPool;
import org.openjdk.jmh.annotations.Param;

/// A `ForkJoinPool` in its asynchronous mode (first in, first out), with `CompletableFuture` where
/// something has to be waited for.
@SuppressWarnings("NullAway.Init") // JMH sets the parameter, and start() the rest.
public class OnForkJoin extends Rig {
  /// How many workers.
  @Param({"SINGLE", "MULTI"})
  public Threads threads;

  /// What the workloads execute on.
  public ForkJoinPool pool;

  @Override
  void start() {
    pool =
        new ForkJoinPool(
            threads.count(), ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
  }

  @Override
  void stop() {
    pool.shutdownNow();
  }
}
