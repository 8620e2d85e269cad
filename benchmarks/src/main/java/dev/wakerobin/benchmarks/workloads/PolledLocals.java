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

/// A body with twelve variables that live across the await, all of which change each time; without
/// a scheduler.
@State(Scope.Benchmark)
@OperationsPerInvocation(Polled.AWAITS)
public class PolledLocals {
  private static final int AWAITS = Polled.AWAITS;

  /// A body in plain Java, lowered when it is first used.
  @Benchmark
  public double wakerobin(OnWakerobin rig) throws Exception {
    Turn turn = new Turn(true);
    return Turn.drive(
        Async.async(
            () -> {
              int a = 1, b = 2, c = 3, d = 4;
              long e = 5, f = 6, g = 7;
              double h = 8, k = 9, l = 10;
              Object m = turn;
              for (int i = 0; i < AWAITS; i++) {
                int v = Async.await(turn);
                a += v;
                b ^= a;
                c += b;
                d ^= c;
                e += d;
                f ^= e;
                g += f;
                h += g;
                k += h;
                l += k;
                m = m == turn ? "other" : turn;
              }
              return a + b + c + d + e + f + g + h + k + l + (m == turn ? 0 : 1);
            }));
  }

  /// The same by hand.
  @Benchmark
  public double byHand(OnWakerobin rig) throws Exception {
    return Turn.drive(new Twelve(new Turn(true)));
  }

  private static final class Twelve implements Future<Double> {
    private final Turn turn;
    private Future<Integer> awaiting;
    private int i;
    private int a = 1, b = 2, c = 3, d = 4;
    private long e = 5, f = 6, g = 7;
    private double h = 8, k = 9, l = 10;
    private Object m;

    Twelve(Turn turn) {
      this.turn = turn;
      this.awaiting = turn;
      this.m = turn;
    }

    @Override
    public Poll<Double> poll(Context context) throws Exception {
      while (i < AWAITS) {
        if (!(awaiting.poll(context) instanceof Poll.Ready<Integer>(Integer v))) {
          return Poll.pending();
        }
        a += v;
        b ^= a;
        c += b;
        d ^= c;
        e += d;
        f ^= e;
        g += f;
        h += g;
        k += h;
        l += k;
        m = m == turn ? "other" : turn;
        i++;
        awaiting = turn;
      }
      return Poll.ready(a + b + c + d + e + f + g + h + k + l + (m == turn ? 0 : 1));
    }
  }

  /// A suspending function. Kotlin's compiler keeps its variables as this does: it writes all of
  /// them to fields before it suspends, and reads all of them afterwards.
  @Benchmark
  public Object kotlin(OnKotlin rig) {
    Turn turn = new Turn(true);
    return turn.drive(new Suspending(turn, turn));
  }

  private static final class Suspending extends Coroutine {
    private final Turn turn;
    private int label;
    private int i;
    private int a, b, c, d;
    private long e, f, g;
    private double h, k, l;
    private Object m;

    Suspending(Turn turn, Continuation<?> completion) {
      super(completion);
      this.turn = turn;
      this.m = turn;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Suspending(turn, completion);
    }

    @Override
    protected Object resume(Object value) {
      int i = 0, a = 1, b = 2, c = 3, d = 4;
      long e = 5, f = 6, g = 7;
      double h = 8, k = 9, l = 10;
      Object m = turn;
      Object answer = value;
      boolean resumed = label == 1;
      if (resumed) {
        i = this.i;
        a = this.a;
        b = this.b;
        c = this.c;
        d = this.d;
        e = this.e;
        f = this.f;
        g = this.g;
        h = this.h;
        k = this.k;
        l = this.l;
        m = this.m;
      }
      while (resumed || i < AWAITS) {
        if (!resumed) {
          this.i = i;
          this.a = a;
          this.b = b;
          this.c = c;
          this.d = d;
          this.e = e;
          this.f = f;
          this.g = g;
          this.h = h;
          this.k = k;
          this.l = l;
          this.m = m;
          label = 1;
          answer = turn.await(this);
          if (answer == SUSPENDED) {
            return SUSPENDED;
          }
        }
        resumed = false;
        a += (Integer) answer;
        b ^= a;
        c += b;
        d ^= c;
        e += d;
        f ^= e;
        g += f;
        h += g;
        k += h;
        l += k;
        m = m == turn ? "other" : turn;
        i++;
      }
      return a + b + c + d + e + f + g + h + k + l + (m == turn ? 0 : 1);
    }
  }
}
