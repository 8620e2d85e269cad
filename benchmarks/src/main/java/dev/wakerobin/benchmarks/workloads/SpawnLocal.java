package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnForkJoin;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import java.util.concurrent.CountDownLatch;
import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The caller spawns 10,000 tasks that do nothing, and waits for the last one.
@State(Scope.Benchmark)
@OperationsPerInvocation(SpawnLocal.TASKS)
public class SpawnLocal {
  static final int TASKS = 10_000;

  /// The root of `blockOn` spawns.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    rig.runtime.blockOn(Futures.lazy(SpawnLocal::spawnAll));
  }

  /// Spawns them all, from within a task.
  static Future<Unit> spawnAll() {
    Countdown countdown = new Countdown(TASKS);
    for (int i = 0; i < TASKS; i++) {
      Tasks.spawn(
          _ -> {
            countdown.arrive();
            return Poll.ready();
          });
    }
    return countdown.reached();
  }

  /// A platform thread starts them.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      Thread.startVirtualThread(latch::countDown);
    }
    latch.await();
  }

  /// The caller hands them over.
  @Benchmark
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      rig.pool.execute(latch::countDown);
    }
    latch.await();
  }

  /// The coroutine of `runBlocking` launches.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new Launching(null));
  }

  /// `repeat(10_000) { launch { } }`
  private static final class Launching extends Coroutine {
    Launching(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Launching(completion);
    }

    @Override
    protected Object resume(Object value) {
      for (int i = 0; i < TASKS; i++) {
        launch(new NoOp());
      }
      return DONE;
    }
  }
}
