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
import dev.wakerobin.sync.Mutex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.YieldKt;
import kotlinx.coroutines.sync.MutexKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// 10,000 times a mutex is locked and released, by some tasks together, which may let the others go
/// first while they hold it.
@State(Scope.Benchmark)
@OperationsPerInvocation(Locking.LOCKS)
public abstract class Locking {
  static final int LOCKS = 10_000;

  private final int tasks;
  private final boolean yields;

  Locking(int tasks, boolean yields) {
    this.tasks = tasks;
    this.yields = yields;
  }

  /// A mutex of `sync`.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    Mutex mutex = new Mutex();
    rig.runtime.blockOn(
        Futures.lazy(
            () -> {
              List<JoinHandle<Unit>> handles = new ArrayList<>();
              for (int i = 0; i < tasks; i++) {
                handles.add(
                    Tasks.spawn(
                        yields
                            ? new Repeat(LOCKS / tasks, () -> mutex.withLock(Tasks::yieldNow))
                            : new Taking(LOCKS / tasks, mutex)));
              }
              return new Repeat(tasks, handles.iterator()::next);
            }));
  }

  private static final class Taking implements Future<Unit> {
    private final Mutex mutex;
    private Future<Mutex.Guard> locking;
    private int left;

    Taking(int locks, Mutex mutex) {
      this.left = locks;
      this.mutex = mutex;
      this.locking = mutex.lock();
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      while (locking.poll(context) instanceof Poll.Ready<Mutex.Guard>(Mutex.Guard guard)) {
        guard.close();
        left--;
        if (left == 0) {
          return Poll.ready();
        }
        locking = mutex.lock();
      }
      return Poll.pending();
    }
  }

  /// A `ReentrantLock`.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    Thread[] threads = new Thread[tasks];
    Arrays.setAll(threads, _ -> Thread.startVirtualThread(() -> lockAll(lock)));
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // To yield is what is measured.
  private void lockAll(ReentrantLock lock) {
    for (int i = 0; i < LOCKS / tasks; i++) {
      lock.lock();
      try {
        if (yields) {
          Thread.yield();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /// A mutex of kotlinx.coroutines.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new LockingAll(tasks, yields, null));
  }

  private static final class LockingAll extends Coroutine {
    private final int tasks;
    private final boolean yields;

    LockingAll(int tasks, boolean yields, @Nullable Continuation<?> completion) {
      super(completion);
      this.tasks = tasks;
      this.yields = yields;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new LockingAll(tasks, yields, completion);
    }

    @Override
    protected Object resume(Object value) {
      kotlinx.coroutines.sync.Mutex mutex = MutexKt.Mutex(false);
      for (int i = 0; i < tasks; i++) {
        launch(new Locker(mutex, LOCKS / tasks, yields, null));
      }
      return DONE;
    }
  }

  /// `repeat(n) { mutex.lock(); yield(); mutex.unlock() }`, the middle where it is wanted.
  private static final class Locker extends Coroutine {
    private final kotlinx.coroutines.sync.Mutex mutex;
    private final boolean yields;
    private int left;
    private boolean locked;
    private boolean yielded;

    Locker(
        kotlinx.coroutines.sync.Mutex mutex,
        int locks,
        boolean yields,
        @Nullable Continuation<?> completion) {
      super(completion);
      this.mutex = mutex;
      this.left = locks;
      this.yields = yields;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Locker(mutex, left, yields, completion);
    }

    @Override
    protected Object resume(Object value) {
      while (left > 0) {
        if (!locked) {
          locked = true;
          if (mutex.lock(null, this) == SUSPENDED) {
            return SUSPENDED;
          }
        }
        if (yields && !yielded) {
          yielded = true;
          if (YieldKt.yield(this) == SUSPENDED) {
            return SUSPENDED;
          }
        }
        mutex.unlock(null);
        locked = false;
        yielded = false;
        left--;
      }
      return DONE;
    }
  }
}
