package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;
import dev.wakerobin.async.Async;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.YieldKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A body that awaits 1,000 values, through some bodies that call one another: our `async`, the
/// same machine written by hand, and what Kotlin's compiler makes of `suspend`.
@State(Scope.Benchmark)
@OperationsPerInvocation(Asynchronous.AWAITS)
public abstract class Asynchronous {
  static final int AWAITS = 1_000;

  private final int depth;
  private final boolean pending;

  Asynchronous(int depth, boolean pending) {
    this.depth = depth;
    this.pending = pending;
  }

  /// What the innermost body awaits: pending once, or ready at once.
  private static Future<Unit> leaf(boolean pending) {
    return pending ? Tasks.yieldNow() : Futures.ready(Unit.UNIT);
  }

  /// Bodies in plain Java, lowered when they are first used.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    rig.runtime.blockOn(down(depth, pending));
  }

  private static Future<Unit> down(int depth, boolean pending) {
    if (depth == 1) {
      return Async.async(
          () -> {
            for (int i = 0; i < AWAITS; i++) {
              Async.await(leaf(pending));
            }
          });
    }
    return Async.async(() -> Async.await(down(depth - 1, pending)));
  }

  /// Futures by hand, on our runtime.
  @Benchmark
  public void byHand(OnWakerobin rig) throws InterruptedException {
    Future<Unit> outermost = new Repeat(AWAITS, () -> leaf(pending));
    for (int i = 1; i < depth; i++) {
      Future<Unit> inner = outermost;
      outermost = new Repeat(1, () -> inner);
    }
    rig.runtime.blockOn(outermost);
  }

  /// Suspending functions.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(new Down(depth, pending, null));
  }

  private static final class Down extends Coroutine {
    private final int depth;
    private final boolean pending;
    private int left;

    Down(int depth, boolean pending, @Nullable Continuation<?> completion) {
      super(completion);
      this.depth = depth;
      this.pending = pending;
      this.left = depth == 1 ? AWAITS : 1;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Down(depth, pending, completion);
    }

    @Override
    protected Object resume(Object value) throws InterruptedException {
      while (left > 0) {
        left--;
        Object answer = depth == 1 ? leaf() : new Down(depth - 1, pending, this).resume(DONE);
        if (answer == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return DONE;
    }

    private Object leaf() {
      return pending && YieldKt.yield(this) == SUSPENDED ? SUSPENDED : DONE;
    }
  }
}
