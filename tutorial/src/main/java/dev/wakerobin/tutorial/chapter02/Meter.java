package dev.wakerobin.tutorial.chapter02;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.tutorial.Counted;
import dev.wakerobin.tutorial.Figures;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Counts what delays cost: the polls, and the threads that they start.
record Meter(AsyncRuntime runtime, PrintStream out, AtomicLong polls, AtomicLong threads) {

  Meter(AsyncRuntime runtime, PrintStream out) {
    this(runtime, out, new AtomicLong(), new AtomicLong());
    out.println(Figures.row("", "polls", "threads", "ms"));
  }

  /// Makes threads, and counts them.
  ThreadFactory countedThreads() {
    return work -> {
      threads.incrementAndGet();
      return Thread.ofPlatform().daemon().unstarted(work);
    };
  }

  /// Spawns so many delays at the same time, waits for all, and prints what they took.
  void measure(String what, int howMany, Supplier<Future<Unit>> delays) throws Exception {
    long start = System.nanoTime();
    List<JoinHandle<Unit>> handles = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      handles.add(runtime.spawn(new Counted<>(delays.get(), polls)));
    }
    for (JoinHandle<Unit> handle : handles) {
      runtime.blockOn(handle);
    }
    String millis = Figures.millis(System.nanoTime() - start);
    out.println(Figures.row(what, figure(polls), figure(threads), millis));
  }

  private static String figure(AtomicLong counter) {
    return Figures.grouped(counter.getAndSet(0));
  }
}
