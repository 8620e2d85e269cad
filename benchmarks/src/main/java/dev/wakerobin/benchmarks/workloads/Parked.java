package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.Findings;
import dev.wakerobin.benchmarks.contenders.OnForkJoin;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.sync.Oneshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.YieldKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A million tasks, each waiting for a oneshot of its own: how much of the heap one of them keeps
/// after a collection. Done once, in a JVM with a heap that holds them all.
@State(Scope.Benchmark)
@OperationsPerInvocation(Parked.TASKS)
@Fork(jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:-AlwaysPreTouch"})
public class Parked {
  static final int TASKS = 1_000_000;

  /// Oneshots of `sync`.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    long before = liveBytes();
    List<Oneshot<Unit>> bells = new ArrayList<>(TASKS);
    Countdown parked = new Countdown(TASKS);
    Countdown ended = new Countdown(TASKS);
    for (int i = 0; i < TASKS; i++) {
      Oneshot<Unit> bell = new Oneshot<>();
      bells.add(bell);
      rig.runtime.spawn(new Waiting(bell, parked, ended));
    }
    rig.runtime.blockOn(parked.reached());
    noteSince(before);
    bells.forEach(bell -> bell.send(Unit.UNIT));
    rig.runtime.blockOn(ended.reached());
  }

  private static final class Waiting implements Future<Unit> {
    private final Oneshot<Unit> bell;
    private final Countdown parked;
    private final Countdown ended;
    private boolean polled;

    Waiting(Oneshot<Unit> bell, Countdown parked, Countdown ended) {
      this.bell = bell;
      this.parked = parked;
      this.ended = ended;
    }

    @Override
    public Poll<Unit> poll(Context context) {
      Poll<Unit> answer = bell.poll(context);
      if (answer.isReady()) {
        ended.arrive();
      } else if (!polled) {
        polled = true;
        parked.arrive();
      }
      return answer;
    }
  }

  /// Threads that join a completable future.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    long before = liveBytes();
    List<CompletableFuture<Unit>> bells = new ArrayList<>(TASKS);
    CountDownLatch parked = new CountDownLatch(TASKS);
    CountDownLatch ended = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      CompletableFuture<Unit> bell = new CompletableFuture<>();
      bells.add(bell);
      Thread.startVirtualThread(
          () -> {
            parked.countDown();
            bell.join();
            ended.countDown();
          });
    }
    parked.await();
    noteSince(before);
    bells.forEach(bell -> bell.complete(Unit.UNIT));
    ended.await();
  }

  /// What comes after a completable future: there is no task, but as much to keep.
  @Benchmark
  @SuppressWarnings("FutureReturnValueIgnored") // The latch tells the end of all.
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    long before = liveBytes();
    List<CompletableFuture<Unit>> bells = new ArrayList<>(TASKS);
    CountDownLatch ended = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      CompletableFuture<Unit> bell = new CompletableFuture<>();
      bells.add(bell);
      bell.thenRunAsync(ended::countDown, rig.pool);
    }
    noteSince(before);
    bells.forEach(bell -> bell.complete(Unit.UNIT));
    ended.await();
  }

  /// Coroutines that await a deferred value.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new ParkingAll(null));
  }

  private static final class ParkingAll extends Coroutine {
    private final long before = liveBytes();
    private final List<CompletableDeferred<Object>> bells = new ArrayList<>(TASKS);
    private final AtomicInteger running = new AtomicInteger(TASKS);

    ParkingAll(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new ParkingAll(completion);
    }

    @Override
    protected Object resume(Object value) {
      if (bells.isEmpty()) {
        for (int i = 0; i < TASKS; i++) {
          CompletableDeferred<Object> bell = CompletableDeferredKt.CompletableDeferred((Job) null);
          bells.add(bell);
          launch(new Parking(bell, running, null));
        }
      }
      while (running.get() > 0) {
        if (YieldKt.yield(this) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      noteSince(before);
      bells.forEach(bell -> bell.complete(DONE));
      return DONE;
    }
  }

  private static final class Parking extends Coroutine {
    private final CompletableDeferred<Object> bell;
    private final AtomicInteger running;
    private boolean awaited;

    Parking(
        CompletableDeferred<Object> bell,
        AtomicInteger running,
        @Nullable Continuation<?> completion) {
      super(completion);
      this.bell = bell;
      this.running = running;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Parking(bell, running, completion);
    }

    @Override
    protected Object resume(Object value) {
      if (awaited) {
        return DONE;
      }
      awaited = true;
      running.decrementAndGet();
      return bell.await(this) == SUSPENDED ? SUSPENDED : DONE;
    }
  }

  private static void noteSince(long before) {
    Findings.note(Findings.LIVE_BYTES, (double) (liveBytes() - before) / TASKS);
  }

  private static long liveBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
