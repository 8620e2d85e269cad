package dev.wakerobin.benchmarks;

import dev.wakerobin.benchmarks.contenders.OnForkJoin;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.benchmarks.contenders.Rig;
import dev.wakerobin.benchmarks.contenders.Threads;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;

/// Who is measured: ours first, then the peers. What is written by hand on our runtime is there to
/// show what its async functions cost, and is no peer.
enum Contender {
  WAKEROBIN("Wakerobin", "wakerobin", OnWakerobin.class),
  BY_HAND("by hand, on it", "byHand", OnWakerobin.class),
  VIRTUAL_THREADS("virtual threads", "virtualThreads", OnVirtualThreads.class),
  FORK_JOIN("ForkJoinPool", "forkJoin", OnForkJoin.class),
  KOTLIN("Kotlin", "kotlin", OnKotlin.class),
  TOKIO("Tokio 1.24", "tokio", Rig.class);

  private final String title;
  private final String version;
  private final Class<? extends Rig> rig;

  Contender(String title, String version, Class<? extends Rig> rig) {
    this.title = title;
    this.version = version;
    this.rig = rig;
  }

  /// Whether this is one to be ahead of.
  boolean isPeer() {
    return this != WAKEROBIN && this != BY_HAND;
  }

  /// As tables show it.
  String title() {
    return title;
  }

  /// The method of a workload's class that is its version; Tokio's is in `benchmarks/tokio`.
  String version() {
    return version;
  }

  /// Whether there is something of this to run within a JVM.
  boolean runsIn(Workload workload, Threads threads) {
    return !(this == VIRTUAL_THREADS && threads == Threads.SINGLE) && hasVersion(workload);
  }

  private boolean hasVersion(Workload workload) {
    return Arrays.stream(workload.type().getMethods())
        .anyMatch(
            method ->
                method.isAnnotationPresent(Benchmark.class)
                    && method.getName().equals(version)
                    && Arrays.asList(method.getParameterTypes()).contains(rig));
  }
}
