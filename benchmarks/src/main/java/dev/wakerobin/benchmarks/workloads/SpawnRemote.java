package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Poll;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnForkJoin;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.benchmarks.contenders.Rig;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.Job;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Two threads that belong to nobody spawn 5,000 tasks each.
@State(Scope.Benchmark)
@OperationsPerInvocation(SpawnRemote.TASKS)
public class SpawnRemote {
  static final int TASKS = 10_000;
  private static final int TASKS_EACH = TASKS / Rig.FOREIGN_THREADS;

  /// The caller waits in `blockOn`, and lends its thread if the scheduler wants it.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    Countdown countdown = new Countdown(TASKS);
    rig.onForeignThreads(
        () -> {
          for (int i = 0; i < TASKS_EACH; i++) {
            rig.runtime.spawn(
                _ -> {
                  countdown.arrive();
                  return Poll.ready();
                });
          }
        });
    rig.runtime.blockOn(countdown.reached());
  }

  /// Platform threads start them.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    rig.onForeignThreads(
        () -> {
          for (int i = 0; i < TASKS_EACH; i++) {
            Thread.startVirtualThread(latch::countDown);
          }
        });
    latch.await();
  }

  /// Foreign threads push onto the pool's submission queues.
  @Benchmark
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(TASKS);
    rig.onForeignThreads(
        () -> {
          for (int i = 0; i < TASKS_EACH; i++) {
            rig.pool.execute(latch::countDown);
          }
        });
    latch.await();
  }

  /// The scope is handed out, and stays open until all have arrived.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new Open(rig, null));
  }

  /// Waits for the children that foreign threads launch in its scope.
  private static final class Open extends Coroutine {
    private final OnKotlin rig;
    private final AtomicInteger launching = new AtomicInteger(Rig.FOREIGN_THREADS);
    private final CompletableDeferred<Object> launched =
        CompletableDeferredKt.<Object>CompletableDeferred((Job) null);
    private boolean waited;

    Open(OnKotlin rig, @Nullable Continuation<?> completion) {
      super(completion);
      this.rig = rig;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Open(rig, completion);
    }

    @Override
    protected Object resume(Object value) {
      if (waited) {
        return DONE;
      }
      waited = true;
      rig.onForeignThreads(this::launchSome);
      return launched.await(this) == SUSPENDED ? SUSPENDED : DONE;
    }

    private void launchSome() {
      for (int i = 0; i < TASKS_EACH; i++) {
        launch(new NoOp());
      }
      if (launching.decrementAndGet() == 0) {
        launched.complete(DONE);
      }
    }
  }
}
