package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.Findings;
import dev.wakerobin.benchmarks.contenders.OnForkJoin;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.DelayKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// 100,000 tasks that sleep from 1 to 1,000 ms each. What counts is the time of the processors, for
/// the wall says a second or so for everybody; and how late they are.
@State(Scope.Benchmark)
@OperationsPerInvocation(Timers.SLEEPS)
public class Timers {
  static final int SLEEPS = 100_000;
  private static final int LONGEST_MILLIS = 1_000;

  /// How late each was, in nanoseconds.
  private static final class Lateness {
    private final long[] nanos = new long[SLEEPS];

    void note(int number, long due) {
      nanos[number] = System.nanoTime() - due;
    }

    /// To be called when all are awake.
    void publish() {
      Arrays.sort(nanos);
      Findings.note(Findings.P99_LATE, (double) nanos[SLEEPS * 99 / 100]);
    }
  }

  /// Spread evenly, and not in order.
  private static int millis(int number) {
    return 1 + (int) (number * 7_919L % LONGEST_MILLIS);
  }

  private static long due(int millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /// `Tasks.sleep`
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    Lateness lateness = new Lateness();
    Countdown countdown = new Countdown(SLEEPS);
    rig.runtime.blockOn(
        Futures.lazy(
            () -> {
              for (int i = 0; i < SLEEPS; i++) {
                int number = i;
                long due = due(millis(i));
                Tasks.spawn(
                    Futures.map(
                        Tasks.sleep(Duration.ofMillis(millis(i))),
                        slept -> {
                          lateness.note(number, due);
                          countdown.arrive();
                          return slept;
                        }));
              }
              return countdown.reached();
            }));
    lateness.publish();
  }

  /// `Thread.sleep`
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    Lateness lateness = new Lateness();
    CountDownLatch latch = new CountDownLatch(SLEEPS);
    for (int i = 0; i < SLEEPS; i++) {
      int number = i;
      long due = due(millis(i));
      Thread.startVirtualThread(
          () -> {
            sleep(millis(number));
            lateness.note(number, due);
            latch.countDown();
          });
    }
    latch.await();
    lateness.publish();
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("nobody interrupts these threads", interrupted);
    }
  }

  /// The pool's own `schedule`.
  @Benchmark
  @SuppressWarnings("FutureReturnValueIgnored") // The latch tells the end of all.
  public void forkJoin(OnForkJoin rig) throws InterruptedException {
    Lateness lateness = new Lateness();
    CountDownLatch latch = new CountDownLatch(SLEEPS);
    for (int i = 0; i < SLEEPS; i++) {
      int number = i;
      long due = due(millis(i));
      rig.pool.schedule(
          () -> {
            lateness.note(number, due);
            latch.countDown();
          },
          millis(i),
          TimeUnit.MILLISECONDS);
    }
    latch.await();
    lateness.publish();
  }

  /// `delay`
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    Lateness lateness = new Lateness();
    rig.runBlocking(new SleepingAll(lateness, null));
    lateness.publish();
  }

  private static final class SleepingAll extends Coroutine {
    private final Lateness lateness;

    SleepingAll(Lateness lateness, @Nullable Continuation<?> completion) {
      super(completion);
      this.lateness = lateness;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new SleepingAll(lateness, completion);
    }

    @Override
    protected Object resume(Object value) {
      for (int i = 0; i < SLEEPS; i++) {
        launch(new Sleeper(lateness, i, due(millis(i)), null));
      }
      return DONE;
    }
  }

  private static final class Sleeper extends Coroutine {
    private final Lateness lateness;
    private final int number;
    private final long due;
    private boolean slept;

    Sleeper(Lateness lateness, int number, long due, @Nullable Continuation<?> completion) {
      super(completion);
      this.lateness = lateness;
      this.number = number;
      this.due = due;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Sleeper(lateness, number, due, completion);
    }

    @Override
    protected Object resume(Object value) {
      if (!slept) {
        slept = true;
        if (DelayKt.delay(millis(number), this) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      lateness.note(number, due);
      return DONE;
    }
  }
}
