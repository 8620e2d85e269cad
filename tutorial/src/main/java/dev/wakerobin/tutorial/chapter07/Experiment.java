package dev.wakerobin.tutorial.chapter07;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.tutorial.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// ## The experiment
///
/// A [Heartbeat], and beside it Fibonacci numbers, computed in one [Place] or another.
///
/// There are as many numbers as workers. With one number and two workers the heart would go on
/// beating on the second worker, and the experiment would show that all is well. It is not: it is
/// well until the second request comes in.
///
/// @param stage the scheduler that the heart beats on
/// @param workers how many numbers are computed at the same time
/// @param n which
/// @param slice which is small enough for a slice
record Experiment(Stage stage, int workers, int n, int slice) {
  /// How long the workers shall be busy. Long for a computer, short for a reader.
  static final long LENGTH_NANOS = 250_000_000;

  /// A slice of some microseconds.
  private static final int SLICE = 16;

  /// For the other runtime: a scheduler that brings threads of its own.
  private static final String WITH_THREADS = "work-stealing";

  /// On that stage, with numbers large enough for this machine.
  static Experiment on(Stage stage) throws Exception {
    int workers = workersOf(stage);
    int processors = Runtime.getRuntime().availableProcessors();
    // Workers beyond the number of processors take turns, which makes each take longer.
    return new Experiment(
        stage, workers, Fib.lasting(LENGTH_NANOS * Math.min(processors, workers) / workers), SLICE);
  }

  /// On that stage with one worker, and so small that a picture has room for it: some 80 ms, in 233
  /// slices.
  static Experiment small(Stage stage) {
    int n = Fib.lasting(80_000_000);
    return new Experiment(stage.on("basic"), 1, n, n - 11);
  }

  private static int workersOf(Stage stage) throws Exception {
    try (AsyncRuntime runtime = stage.open()) {
      return runtime.scheduler().equals("basic") ? 1 : runtime.parallelism();
    }
  }

  /// How long the heart is silent at most, in nanoseconds, while the numbers are computed there.
  long longestSilence(Place place) throws Exception {
    try (AsyncRuntime runtime = stage.open();
        AsyncRuntime other = stage.on(WITH_THREADS).with(workers).open()) {
      return runtime.blockOn(new Heartbeat(() -> load(place, other)));
    }
  }

  /// ## The pitfall, and its three cures
  ///
  /// This is called in the heart's own task, so all but the last row spawn on the heart's own
  /// runtime.
  private List<JoinHandle<Long>> load(Place place, AsyncRuntime other) {
    Future<Long> greedy = _ -> Poll.ready(Fib.fib(n));
    return switch (place) {
      case NOWHERE -> List.of();
      case ONE_TASK -> List.of(Tasks.spawn("fib", greedy));
      case TASKS -> onEachWorker(() -> Tasks.spawn("fib", greedy));
      case SLICES -> onEachWorker(() -> Tasks.spawn("fib", new SlicedFib(n, slice)));
      case COMPUTATION -> onEachWorker(() -> Tasks.spawnComputation(() -> Fib.fib(n)));
      case OTHER_RUNTIME -> onEachWorker(() -> other.spawn("fib", greedy));
    };
  }

  private List<JoinHandle<Long>> onEachWorker(Supplier<JoinHandle<Long>> spawn) {
    List<JoinHandle<Long>> handles = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      handles.add(spawn.get());
    }
    return handles;
  }
}
