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
import dev.wakerobin.sync.Oneshot;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.Job;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A thousand pairs of tasks, each spawned by its partner: one value there, one back, each over a
/// oneshot of its own.
@State(Scope.Benchmark)
@OperationsPerInvocation(PingPong.PAIRS)
public class PingPong {
  static final int PAIRS = 1_000;

  /// Oneshots of `sync`.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    rig.runtime.blockOn(
        Futures.lazy(
            () -> {
              Countdown countdown = new Countdown(PAIRS);
              for (int i = 0; i < PAIRS; i++) {
                Tasks.spawn(new Serving(countdown));
              }
              return countdown.reached();
            }));
  }

  /// Spawns its partner, sends, and awaits the answer.
  private static final class Serving implements Future<Unit> {
    private final Countdown countdown;
    private final Oneshot<Unit> pong = new Oneshot<>();
    private boolean served;

    Serving(Countdown countdown) {
      this.countdown = countdown;
    }

    @Override
    public Poll<Unit> poll(Context context) {
      if (!served) {
        served = true;
        Oneshot<Unit> ping = new Oneshot<>();
        Tasks.spawn(new Answering(ping, pong));
        ping.send(Unit.UNIT);
      }
      if (!pong.poll(context).isReady()) {
        return Poll.pending();
      }
      countdown.arrive();
      return Poll.ready();
    }
  }

  private record Answering(Oneshot<Unit> ping, Oneshot<Unit> pong) implements Future<Unit> {
    @Override
    public Poll<Unit> poll(Context context) {
      if (!ping.poll(context).isReady()) {
        return Poll.pending();
      }
      pong.send(Unit.UNIT);
      return Poll.ready();
    }
  }

  /// Completable futures, on which virtual threads may block.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(PAIRS);
    for (int i = 0; i < PAIRS; i++) {
      Thread.startVirtualThread(
          () -> {
            CompletableFuture<Unit> ping = new CompletableFuture<>();
            CompletableFuture<Unit> pong = new CompletableFuture<>();
            Thread.startVirtualThread(() -> pong.complete(ping.join()));
            ping.complete(Unit.UNIT);
            pong.join();
            latch.countDown();
          });
    }
    latch.await();
  }

  /// Completable futures with what comes after them.
  @Benchmark
  @SuppressWarnings("FutureReturnValueIgnored") // The latch tells the end of all.
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    ForkJoinPool pool = rig.pool;
    CountDownLatch latch = new CountDownLatch(PAIRS);
    for (int i = 0; i < PAIRS; i++) {
      pool.execute(
          () -> {
            CompletableFuture<Unit> ping = new CompletableFuture<>();
            CompletableFuture<Unit> pong = new CompletableFuture<>();
            pool.execute(() -> ping.thenAcceptAsync(pong::complete, pool));
            ping.complete(Unit.UNIT);
            pong.thenRunAsync(latch::countDown, pool);
          });
    }
    latch.await();
  }

  /// Completable deferred values.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new ServingAll(null));
  }

  private static final class ServingAll extends Coroutine {
    ServingAll(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new ServingAll(completion);
    }

    @Override
    protected Object resume(Object value) {
      for (int i = 0; i < PAIRS; i++) {
        launch(new Server(null));
      }
      return DONE;
    }
  }

  private static final class Server extends Coroutine {
    private boolean served;

    Server(@Nullable Continuation<?> completion) {
      super(completion);
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Server(completion);
    }

    @Override
    protected Object resume(Object value) {
      if (served) {
        return DONE;
      }
      served = true;
      CompletableDeferred<Object> ping = deferred();
      CompletableDeferred<Object> pong = deferred();
      launch(new Answer(ping, pong, null));
      ping.complete(DONE);
      return pong.await(this) == SUSPENDED ? SUSPENDED : DONE;
    }

    private static CompletableDeferred<Object> deferred() {
      return CompletableDeferredKt.<Object>CompletableDeferred((Job) null);
    }
  }

  private static final class Answer extends Coroutine {
    private final CompletableDeferred<Object> ping;
    private final CompletableDeferred<Object> pong;
    private boolean awaited;

    Answer(
        CompletableDeferred<Object> ping,
        CompletableDeferred<Object> pong,
        @Nullable Continuation<?> completion) {
      super(completion);
      this.ping = ping;
      this.pong = pong;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Answer(ping, pong, completion);
    }

    @Override
    protected Object resume(Object value) {
      if (!awaited) {
        awaited = true;
        if (ping.await(this) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      pong.complete(DONE);
      return DONE;
    }
  }
}
