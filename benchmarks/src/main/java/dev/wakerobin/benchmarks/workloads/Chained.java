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

/// Each task spawns the next one, a thousand times.
@State(Scope.Benchmark)
@OperationsPerInvocation(Chained.LINKS)
public class Chained {
  static final int LINKS = 1_000;

  /// A future that spawns its successor.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    Countdown countdown = new Countdown(1);
    rig.runtime.spawn(link(LINKS, countdown));
    rig.runtime.blockOn(countdown.reached());
  }

  private static Future<Unit> link(int left, Countdown countdown) {
    return _ -> {
      if (left == 1) {
        countdown.arrive();
      } else {
        Tasks.spawn(link(left - 1, countdown));
      }
      return Poll.ready();
    };
  }

  /// A thread that starts its successor.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    startLink(LINKS, latch);
    latch.await();
  }

  private static void startLink(int left, CountDownLatch latch) {
    Thread.startVirtualThread(
        () -> {
          if (left == 1) {
            latch.countDown();
          } else {
            startLink(left - 1, latch);
          }
        });
  }

  /// A job that pushes its successor.
  @Benchmark
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    executeLink(rig.pool, LINKS, latch);
    latch.await();
  }

  private static void executeLink(ForkJoinPool pool, int left, CountDownLatch latch) {
    pool.execute(
        () -> {
          if (left == 1) {
            latch.countDown();
          } else {
            executeLink(pool, left - 1, latch);
          }
        });
  }

  /// A coroutine that launches its successor. All are children of the outermost scope, for as
  /// children of one another a thousand of them would have to end from the inside out.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new Link(LINKS + 1, null, null));
  }

  private static final class Link extends Coroutine {
    private final int left;
    private final @Nullable Link first;

    Link(int left, @Nullable Link first, @Nullable Continuation<?> completion) {
      super(completion);
      this.left = left;
      this.first = first;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Link(left, first, completion);
    }

    @Override
    protected Object resume(Object value) {
      if (left > 1) {
        Link outermost = first == null ? this : first;
        outermost.launch(new Link(left - 1, outermost, null));
      }
      return DONE;
    }
  }
}
