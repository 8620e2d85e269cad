package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Permit;
import dev.wakerobin.sync.Semaphore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.sync.SemaphoreKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// 10,000 times one of two permits is acquired and given back, by some tasks together.
@State(Scope.Benchmark)
@OperationsPerInvocation(Acquiring.PERMITS)
public abstract class Acquiring {
  static final int PERMITS = 10_000;
  private static final int AT_ONCE = 2;

  private final int tasks;

  Acquiring(int tasks) {
    this.tasks = tasks;
  }

  /// A semaphore of `sync`.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    Semaphore semaphore = new Semaphore(AT_ONCE);
    rig.runtime.blockOn(
        Futures.lazy(
            () -> {
              List<JoinHandle<Unit>> handles = new ArrayList<>();
              for (int i = 0; i < tasks; i++) {
                handles.add(Tasks.spawn(new Taking(PERMITS / tasks, semaphore)));
              }
              return new Repeat(tasks, handles.iterator()::next);
            }));
  }

  private static final class Taking implements Future<Unit> {
    private final Semaphore semaphore;
    private Future<Permit> acquiring;
    private int left;

    Taking(int permits, Semaphore semaphore) {
      this.left = permits;
      this.semaphore = semaphore;
      this.acquiring = semaphore.acquire();
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      while (acquiring.poll(context) instanceof Poll.Ready<Permit>(Permit permit)) {
        permit.close();
        left--;
        if (left == 0) {
          return Poll.ready();
        }
        acquiring = semaphore.acquire();
      }
      return Poll.pending();
    }
  }

  /// The semaphore of java.util.concurrent, in its fair mode like the others.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    java.util.concurrent.Semaphore semaphore = new java.util.concurrent.Semaphore(AT_ONCE, true);
    Thread[] threads = new Thread[tasks];
    Arrays.setAll(threads, _ -> Thread.startVirtualThread(() -> acquireAll(semaphore)));
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void acquireAll(java.util.concurrent.Semaphore semaphore) {
    for (int i = 0; i < PERMITS / tasks; i++) {
      semaphore.acquireUninterruptibly();
      semaphore.release();
    }
  }

  /// A semaphore of kotlinx.coroutines.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new AcquiringAll(tasks, null));
  }

  private static final class AcquiringAll extends Coroutine {
    private final int tasks;

    AcquiringAll(int tasks, @Nullable Continuation<?> completion) {
      super(completion);
      this.tasks = tasks;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new AcquiringAll(tasks, completion);
    }

    @Override
    protected Object resume(Object value) {
      kotlinx.coroutines.sync.Semaphore semaphore = SemaphoreKt.Semaphore(AT_ONCE, 0);
      for (int i = 0; i < tasks; i++) {
        launch(new Acquirer(semaphore, PERMITS / tasks, null));
      }
      return DONE;
    }
  }

  /// `repeat(n) { semaphore.acquire(); semaphore.release() }`
  private static final class Acquirer extends Coroutine {
    private final kotlinx.coroutines.sync.Semaphore semaphore;
    private int left;
    private boolean acquired;

    Acquirer(
        kotlinx.coroutines.sync.Semaphore semaphore,
        int permits,
        @Nullable Continuation<?> completion) {
      super(completion);
      this.semaphore = semaphore;
      this.left = permits;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Acquirer(semaphore, left, completion);
    }

    @Override
    protected Object resume(Object value) {
      while (left > 0) {
        if (!acquired) {
          acquired = true;
          if (semaphore.acquire(this) == SUSPENDED) {
            return SUSPENDED;
          }
        }
        semaphore.release();
        acquired = false;
        left--;
      }
      return DONE;
    }
  }
}
