package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.YieldKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A runtime is started, 10,000 tasks that never end by themselves are spawned, and all of it is
/// closed at once.
@State(Scope.Benchmark)
@OperationsPerInvocation(CloseUnderLoad.TASKS)
public class CloseUnderLoad {
  static final int TASKS = 10_000;

  /// `AsyncRuntime.close()`
  @Benchmark
  public void wakerobin(OnWakerobin rig) {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(rig.runtime.scheduler())
            .parallelism(rig.threads.count())
            .build()) {
      for (int i = 0; i < TASKS; i++) {
        runtime.spawn(new Repeat(Integer.MAX_VALUE, Tasks::yieldNow));
      }
    }
  }

  /// Threads are interrupted and joined.
  @Benchmark
  @SuppressWarnings("ThreadPriorityCheck") // Something they have to do.
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    Thread[] threads = new Thread[TASKS];
    for (int i = 0; i < TASKS; i++) {
      threads[i] =
          Thread.startVirtualThread(
              () -> {
                while (!Thread.currentThread().isInterrupted()) {
                  Thread.yield();
                }
              });
    }
    for (Thread thread : threads) {
      thread.interrupt();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /// A parent is cancelled with its children, on the event loop or the default dispatcher, which
  /// stays.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new CancellingAll(null));
  }

  private static final class CancellingAll extends Coroutine {
    CancellingAll(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new CancellingAll(completion);
    }

    @Override
    protected Object resume(Object value) {
      List<Job> jobs = new ArrayList<>(TASKS);
      for (int i = 0; i < TASKS; i++) {
        jobs.add(launch(new Endless(null)));
      }
      jobs.forEach(job -> job.cancel((CancellationException) null));
      return DONE;
    }
  }

  private static final class Endless extends Coroutine {
    Endless(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Endless(completion);
    }

    @Override
    protected Object resume(Object value) {
      while (true) {
        if (YieldKt.yield(this) == SUSPENDED) {
          return SUSPENDED;
        }
      }
    }
  }
}
