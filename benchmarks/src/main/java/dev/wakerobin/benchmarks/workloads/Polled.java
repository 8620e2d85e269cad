package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.async.Async;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What [Asynchronous] measures, without a scheduler: the state machine alone. The body is polled,
/// or resumed, by the thread that measures.
@State(Scope.Benchmark)
@OperationsPerInvocation(Polled.AWAITS)
public abstract class Polled {
  static final int AWAITS = 1_000;

  private final int depth;
  private final boolean pending;

  Polled(int depth, boolean pending) {
    this.depth = depth;
    this.pending = pending;
  }

  /// Bodies in plain Java, lowered when they are first used.
  @Benchmark
  public int wakerobin(OnWakerobin rig) throws Exception {
    return Turn.drive(down(depth, new Turn(pending)));
  }

  private static Future<Integer> down(int depth, Turn turn) {
    if (depth == 1) {
      return Async.async(
          () -> {
            int sum = 0;
            for (int i = 0; i < AWAITS; i++) {
              sum += Async.await(turn);
            }
            return sum;
          });
    }
    return Async.async(() -> Async.await(down(depth - 1, turn)));
  }

  /// The same by hand.
  @Benchmark
  public int byHand(OnWakerobin rig) throws Exception {
    Future<Integer> outermost = new Summing(new Turn(pending));
    for (int i = 1; i < depth; i++) {
      outermost = new Passing(outermost);
    }
    return Turn.drive(outermost);
  }

  private static final class Summing implements Future<Integer> {
    private final Future<Integer> turn;
    private @Nullable Future<Integer> awaiting;
    private int i;
    private int sum;

    Summing(Future<Integer> turn) {
      this.turn = turn;
    }

    @Override
    public Poll<Integer> poll(Context context) throws Exception {
      Future<Integer> awaited = awaiting == null ? turn : awaiting;
      int now = sum;
      int at = i;
      for (; at < AWAITS; at++) {
        if (!(awaited.poll(context) instanceof Poll.Ready<Integer>(Integer value))) {
          awaiting = awaited;
          sum = now;
          i = at;
          return Poll.pending();
        }
        now += value;
        awaited = turn;
      }
      awaiting = null;
      return Poll.ready(now);
    }
  }

  private static final class Passing implements Future<Integer> {
    private final Future<Integer> awaiting;

    Passing(Future<Integer> awaiting) {
      this.awaiting = awaiting;
    }

    @Override
    public Poll<Integer> poll(Context context) throws Exception {
      return awaiting.poll(context) instanceof Poll.Ready<Integer>(Integer value)
          ? Poll.ready(value)
          : Poll.pending();
    }
  }

  /// Suspending functions.
  @Benchmark
  public Object kotlin(OnKotlin rig) throws InterruptedException {
    Turn turn = new Turn(pending);
    return turn.drive(new Down(depth, turn, turn));
  }

  private static final class Down extends Coroutine {
    private final int depth;
    private final Turn turn;
    private boolean awaiting;
    private int i;
    private int sum;

    Down(int depth, Turn turn, Continuation<?> completion) {
      super(completion);
      this.depth = depth;
      this.turn = turn;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Down(depth, turn, completion);
    }

    @Override
    protected Object resume(Object value) throws InterruptedException {
      if (depth == 1) {
        return sum(value);
      }
      if (awaiting) {
        return value;
      }
      awaiting = true;
      return new Down(depth - 1, turn, this).resume(value);
    }

    private Object sum(Object value) {
      Object answer = value;
      while (true) {
        if (awaiting) {
          sum += (Integer) answer;
          i++;
        }
        if (i == AWAITS) {
          return sum;
        }
        awaiting = true;
        answer = turn.await(this);
        if (answer == SUSPENDED) {
          return SUSPENDED;
        }
      }
    }
  }
}
