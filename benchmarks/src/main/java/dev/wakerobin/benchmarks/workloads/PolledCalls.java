package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.async.Async;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import kotlin.coroutines.Continuation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A call of an async function that is done at its first poll: its future is made, polled, and
/// forgotten; without a scheduler.
@State(Scope.Benchmark)
@OperationsPerInvocation(PolledCalls.CALLS)
public class PolledCalls {
  static final int CALLS = 1_000;

  private final Turn turn = new Turn(false);

  /// Bodies in plain Java, lowered when they are first used.
  @Benchmark
  public int wakerobin(OnWakerobin rig) throws Exception {
    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += Turn.drive(plus(turn, i));
    }
    return sum;
  }

  private static Future<Integer> plus(Turn turn, int n) {
    return Async.async(() -> n + Async.await(turn));
  }

  /// The same by hand.
  @Benchmark
  public int byHand(OnWakerobin rig) throws Exception {
    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += Turn.drive(new Plus(turn, i));
    }
    return sum;
  }

  private record Plus(Future<Integer> awaiting, int n) implements Future<Integer> {
    @Override
    public Poll<Integer> poll(Context context) throws Exception {
      return awaiting.poll(context) instanceof Poll.Ready<Integer>(Integer value)
          ? Poll.ready(n + value)
          : Poll.pending();
    }
  }

  /// Suspending functions.
  @Benchmark
  public int kotlin(OnKotlin rig) {
    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += (Integer) turn.drive(new Suspending(turn, i, turn));
    }
    return sum;
  }

  private static final class Suspending extends Coroutine {
    private final Turn turn;
    private final int n;
    private boolean awaiting;

    Suspending(Turn turn, int n, Continuation<?> completion) {
      super(completion);
      this.turn = turn;
      this.n = n;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Suspending(turn, n, completion);
    }

    @Override
    protected Object resume(Object value) {
      Object answer = value;
      if (!awaiting) {
        awaiting = true;
        answer = turn.await(this);
        if (answer == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return n + (Integer) answer;
    }
  }
}
