package dev.wakerobin.tutorial.chapter06.annex;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Figures;
import dev.wakerobin.tutorial.Stage;
import dev.wakerobin.tutorial.chapter06.Chain;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;

/// ## Beside threads, in real time
///
/// What `./wakerobin run 6 --real` adds. These are figures of your machine, and of what else it
/// does today; so look at relations, and run it twice.
public record Comparison(PrintStream out, Stage stage) {
  private static final int RUNS = 3;
  private static final int WAITS = 20_000;
  private static final int CALLS = 50;
  private static final long CALL_MILLIS = 10;

  /// ### Asleep
  ///
  /// Tasks and virtual threads are weighed three times, and the least counts: code that has been
  /// compiled meanwhile has smaller frames, and a server that runs for long has such code. Platform
  /// threads are weighed once, for the system keeps stacks in store.
  ///
  /// @param many how many tasks and virtual threads
  /// @param few how many platform threads
  public void weigh(int many, int few) throws Exception {
    out.println(Figures.row("one sleeper", "bytes", "ns"));
    Thread.Builder virtual = Thread.ofVirtual();
    Thread.Builder platform = Thread.ofPlatform().daemon();
    print(many, "tasks", RUNS, () -> new Dormitory.OfTasks(stage.open()));
    print(many, "virtual threads", RUNS, () -> new Dormitory.OfThreads(virtual));
    print(few, "platform threads", 1, () -> new Dormitory.OfThreads(platform));
  }

  private void print(int count, String kind, int runs, Callable<Dormitory> dormitories)
      throws Exception {
    Scales scales = Scales.weigh(dormitories.call(), count);
    for (int run = 1; run < runs; run++) {
      scales = scales.least(Scales.weigh(dormitories.call(), count));
    }
    OptionalLong each = scales.bytesEach();
    String bytes = each.isEmpty() ? "?" : Figures.grouped(each.getAsLong());
    String label = Figures.grouped(count) + " " + kind;
    out.println(Figures.row(label, bytes, Figures.grouped(scales.nanosEach())));
  }

  /// ### Deep down
  ///
  /// How long one wait takes at the end of a [Chain]: the second of two runs.
  public void timeDeepDown(List<Integer> depths) throws Exception {
    out.println(Figures.row("one wait, ns", "task", "thread"));
    for (int depth : depths) {
      try (AsyncRuntime runtime = stage.open()) {
        long task = 0;
        long thread = 0;
        for (int run = 0; run < 2; run++) {
          task = nanos(() -> runtime.blockOn(Chain.task(depth, WAITS, UnaryOperator.identity())));
          thread = nanos(() -> joined(Thread.startVirtualThread(() -> Chain.thread(depth, WAITS))));
        }
        String label = Figures.grouped(depth) + " deep";
        out.println(
            Figures.row(label, Figures.grouped(task / WAITS), Figures.grouped(thread / WAITS)));
      }
    }
  }

  /// ### A library that blocks
  ///
  /// It knows nothing of futures: its call returns when the answer is there. In a task, on one
  /// worker; in a virtual thread; and in a task again, by way of `spawnBlocking`.
  public void block() throws Exception {
    out.println(CALLS + " calls that block for " + CALL_MILLIS + " ms");
    Callable<Unit> call =
        () -> {
          Thread.sleep(CALL_MILLIS);
          return Unit.UNIT;
        };
    Future<Unit> inPlace = _ -> Poll.ready(call.call());
    try (AsyncRuntime runtime = stage.with(1).open()) {
      print("tasks, one worker", nanos(() -> all(runtime, () -> runtime.spawn(inPlace))));
      print("tasks, spawnBlocking", nanos(() -> all(runtime, () -> runtime.spawnBlocking(call))));
    }
    print("virtual threads", nanos(() -> inThreads(call)));
  }

  private void print(String label, long nanos) {
    out.println(Figures.row("  " + label, Figures.millis(nanos)) + " ms");
  }

  private static Unit all(AsyncRuntime runtime, Callable<JoinHandle<Unit>> spawn) throws Exception {
    List<JoinHandle<Unit>> handles = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      handles.add(spawn.call());
    }
    for (JoinHandle<Unit> handle : handles) {
      runtime.blockOn(handle);
    }
    return Unit.UNIT;
  }

  private static Unit inThreads(Callable<Unit> call) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      threads.add(Thread.ofVirtual().start(new FutureTask<>(call)));
    }
    for (Thread each : threads) {
      each.join();
    }
    return Unit.UNIT;
  }

  private static Unit joined(Thread thread) throws InterruptedException {
    thread.join();
    return Unit.UNIT;
  }

  private static long nanos(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return System.nanoTime() - start;
  }
}
