package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
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
import java.util.concurrent.ForkJoinPool;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.YieldKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// 200 tasks let the others go first, a thousand times each.
@State(Scope.Benchmark)
@OperationsPerInvocation(YieldMany.YIELDS)
public class YieldMany {
  private static final int TASKS = 200;
  private static final int YIELDS_EACH = 1_000;
  static final int YIELDS = TASKS * YIELDS_EACH;

  /// A future that asks to be polled again.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    rig.runtime.blockOn(
        Futures.lazy(
            () -> {
              Countdown countdown = new Countdown(TASKS);
              for (int i = 0; i < TASKS; i++) {
                Tasks.spawn(new GivingWay(countdown));
              }
              return countdown.reached();
            }));
  }

  private static final class GivingWay implements Future<Unit> {
    private final Countdown countdown;
    private int left = YIELDS_EACH;

    GivingWay(Countdown countdown) {
      this.countdown = countdown;
    }

    @Override
    public Poll<Unit> poll(Context context) {
      if (left == 0) {
        countdown.arrive();
        return Poll.ready();
      }
      left--;
      context.pollAgain();
      return Poll.pending();
    }
  }

  /// `Thread.yield()`
  @Benchmark
  @SuppressWarnings("ThreadPriorityCheck") // It is what is measured.
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      Thread.startVirtualThread(
          () -> {
            for (int j = 0; j < YIELDS_EACH; j++) {
              Thread.yield();
            }
            latch.countDown();
          });
    }
    latch.await();
  }

  /// A job that executes itself again.
  @Benchmark
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      rig.pool.execute(new Again(rig.pool, latch));
    }
    latch.await();
  }

  private static final class Again implements Runnable {
    private final ForkJoinPool pool;
    private final CountDownLatch latch;
    private int left = YIELDS_EACH;

    Again(ForkJoinPool pool, CountDownLatch latch) {
      this.pool = pool;
      this.latch = latch;
    }

    @Override
    public void run() {
      if (left == 0) {
        latch.countDown();
      } else {
        left--;
        pool.execute(this);
      }
    }
  }

  /// `yield()`
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new YieldingAll(null));
  }

  private static final class YieldingAll extends Coroutine {
    YieldingAll(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new YieldingAll(completion);
    }

    @Override
    protected Object resume(Object value) {
      for (int i = 0; i < TASKS; i++) {
        launch(new Yielding(null));
      }
      return DONE;
    }
  }

  private static final class Yielding extends Coroutine {
    private int left = YIELDS_EACH;

    Yielding(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Yielding(completion);
    }

    @Override
    protected Object resume(Object value) {
      while (left > 0) {
        left--;
        if (YieldKt.yield(this) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return DONE;
    }
  }
}
