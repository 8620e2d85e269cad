package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnForkJoin;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.Deferred;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Spawns 10,000 tasks, keeps the handles, and awaits each.
@State(Scope.Benchmark)
@OperationsPerInvocation(JoinAll.TASKS)
public class JoinAll {
  static final int TASKS = 10_000;

  /// Join handles.
  @Benchmark
  public int wakerobin(OnWakerobin rig) throws InterruptedException {
    return rig.runtime.blockOn(
        Futures.lazy(
            () -> {
              List<JoinHandle<Integer>> handles = new ArrayList<>(TASKS);
              for (int i = 0; i < TASKS; i++) {
                Integer number = i;
                handles.add(Tasks.spawn(_ -> Poll.ready(number)));
              }
              return new AwaitingEach(handles);
            }));
  }

  private static final class AwaitingEach implements Future<Integer> {
    private final List<JoinHandle<Integer>> handles;
    private int next;
    private int sum;

    AwaitingEach(List<JoinHandle<Integer>> handles) {
      this.handles = handles;
    }

    @Override
    public Poll<Integer> poll(Context context) throws Exception {
      while (handles.get(next).poll(context) instanceof Poll.Ready<Integer>(Integer value)) {
        sum += value;
        next++;
        if (next == TASKS) {
          return Poll.ready(sum);
        }
      }
      return Poll.pending();
    }
  }

  /// `Thread.join()`, and the value in an array.
  @Benchmark
  public long virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    Integer[] values = new Integer[TASKS];
    Thread[] threads = new Thread[TASKS];
    for (int i = 0; i < TASKS; i++) {
      int number = i;
      threads[i] = Thread.startVirtualThread(() -> values[number] = number);
    }
    long sum = 0;
    for (int i = 0; i < TASKS; i++) {
      threads[i].join();
      sum += values[i];
    }
    return sum;
  }

  /// Completable futures.
  @Benchmark
  public long forkJoin(OnForkJoin rig) {
    List<CompletableFuture<Integer>> futures = new ArrayList<>(TASKS);
    for (int i = 0; i < TASKS; i++) {
      int number = i;
      futures.add(CompletableFuture.supplyAsync(() -> number, rig.pool));
    }
    long sum = 0;
    for (CompletableFuture<Integer> future : futures) {
      sum += future.join();
    }
    return sum;
  }

  /// Deferred values.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new Joining(null));
  }

  private static final class Joining extends Coroutine {
    private @Nullable Iterator<Deferred<Object>> left;

    Joining(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Joining(completion);
    }

    @Override
    protected Object resume(Object value) {
      Iterator<Deferred<Object>> handles = left;
      if (handles == null) {
        handles = spawned();
        left = handles;
      }
      while (handles.hasNext()) {
        if (handles.next().await(this) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return DONE;
    }

    private Iterator<Deferred<Object>> spawned() {
      List<Deferred<Object>> handles = new ArrayList<>(TASKS);
      for (int i = 0; i < TASKS; i++) {
        handles.add(async(new Numbered(i, null)));
      }
      return handles.iterator();
    }
  }

  private static final class Numbered extends Coroutine {
    private final int number;

    Numbered(int number, @Nullable Continuation<?> completion) {
      super(completion);
      this.number = number;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Numbered(number, completion);
    }

    @Override
    protected Object resume(Object value) {
      return number;
    }
  }
}
