package dev.wakerobin.benchmarks.contenders;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What a workload runs on. JMH makes one for each trial; before the first trial of a JVM, every
/// workload is run on it, see [Pollution].
@State(Scope.Benchmark)
public abstract class Rig {
  /// How many threads the work comes from in workloads whose work comes from outside.
  public static final int FOREIGN_THREADS = 2;

  private final ExecutorService foreign = Executors.newFixedThreadPool(FOREIGN_THREADS);

  /// Starts it, and pollutes the profile.
  @Setup(Level.Trial)
  public final void setUp() throws Exception {
    start();
    Pollution.onceOn(this);
  }

  /// Closes it.
  @TearDown(Level.Trial)
  public final void tearDown() {
    foreign.shutdown();
    stop();
  }

  /// Runs the work on each of the foreign threads, which belong to nobody, and does not wait.
  public final void onForeignThreads(Runnable work) {
    for (int i = 0; i < FOREIGN_THREADS; i++) {
      foreign.execute(work);
    }
  }

  abstract void start();

  abstract void stop();
}
