package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnForkJoin;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.runtime.Tasks;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A tree of tasks: each spawns two, sixteen levels down, and nobody holds it back.
@State(Scope.Benchmark)
@OperationsPerInvocation(SpawnStorm.TASKS)
public class SpawnStorm {
  private static final int LEVELS = 16;
  static final int TASKS = (1 << LEVELS) - 1;

  /// Futures that spawn two more.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    Countdown countdown = new Countdown(TASKS);
    rig.runtime.spawn(node(LEVELS, countdown));
    rig.runtime.blockOn(countdown.reached());
  }

  private static Future<Unit> node(int levels, Countdown countdown) {
    return _ -> {
      if (levels > 1) {
        Tasks.spawn(node(levels - 1, countdown));
        Tasks.spawn(node(levels - 1, countdown));
      }
      countdown.arrive();
      return Poll.ready();
    };
  }

  /// Threads that start two more.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    startNode(LEVELS, latch);
    latch.await();
  }

  private static void startNode(int levels, CountDownLatch latch) {
    Thread.startVirtualThread(
        () -> {
          if (levels > 1) {
            startNode(levels - 1, latch);
            startNode(levels - 1, latch);
          }
          latch.countDown();
        });
  }

  /// Jobs that push two more.
  @Benchmark
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    executeNode(rig.pool, LEVELS, latch);
    latch.await();
  }

  private static void executeNode(ForkJoinPool pool, int levels, CountDownLatch latch) {
    pool.execute(
        () -> {
          if (levels > 1) {
            executeNode(pool, levels - 1, latch);
            executeNode(pool, levels - 1, latch);
          }
          latch.countDown();
        });
  }

  /// Coroutines that launch two children.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new Node(LEVELS, null));
  }

  private static final class Node extends Coroutine {
    private final int levels;

    Node(int levels, @Nullable Continuation<?> completion) {
      super(completion);
      this.levels = levels;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Node(levels, completion);
    }

    @Override
    protected Object resume(Object value) {
      if (levels > 1) {
        launch(new Node(levels - 1, null));
        launch(new Node(levels - 1, null));
      }
      return DONE;
    }
  }
}
