package dev.wakerobin.benchmarks.contenders;

import dev.wakerobin.runtime.AsyncRuntime;
import org.openjdk.jmh.annotations.Param;

/// Ours: `basic` on one thread, `work-stealing` on two.
@SuppressWarnings("NullAway.Init") // JMH sets the parameter, and start() the rest.
public class OnWakerobin extends Rig {
  /// Which scheduler.
  @Param({"SINGLE", "MULTI"})
  public Threads threads;

  /// What the workloads spawn on.
  public AsyncRuntime runtime;

  @Override
  void start() {
    runtime =
        AsyncRuntime.builder()
            .scheduler(threads == Threads.SINGLE ? "basic" : "work-stealing")
            .parallelism(threads.count())
            .build();
  }

  @Override
  void stop() {
    runtime.close();
  }
}
