package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnForkJoin;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.futures.Futures;
import java.util.concurrent.CountDownLatch;
import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A task spawns 10,000 tasks that do nothing, on a worker's thread.
@State(Scope.Benchmark)
@OperationsPerInvocation(SpawnWorker.TASKS)
public class SpawnWorker {
  static final int TASKS = SpawnLocal.TASKS;

  /// A task that was spawned spawns.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    rig.runtime.blockOn(rig.runtime.spawn(Futures.lazy(SpawnLocal::spawnAll)));
  }

  /// A virtual thread starts them.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    Thread.startVirtualThread(
        () -> {
          for (int i = 0; i < TASKS; i++) {
            Thread.startVirtualThread(latch::countDown);
          }
        });
    latch.await();
  }

  /// A thread of the pool pushes them onto its own queue.
  @Benchmark
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    rig.pool.execute(
        () -> {
          for (int i = 0; i < TASKS; i++) {
            rig.pool.execute(latch::countDown);
          }
        });
    latch.await();
  }

  /// A coroutine that was launched launches.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new Outer(false, null));
  }

  /// `launch { repeat(10_000) { launch { } } }`
  private static final class Outer extends Coroutine {
    private final boolean inner;

    Outer(boolean inner, @Nullable Continuation<?> completion) {
      super(completion);
      this.inner = inner;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Outer(inner, completion);
    }

    @Override
    protected Object resume(Object value) {
      if (!inner) {
        launch(new Outer(true, null));
        return DONE;
      }
      for (int i = 0; i < TASKS; i++) {
        launch(new NoOp());
      }
      return DONE;
    }
  }
}
