package dev.wakerobin.runtime;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Two threads that act at the same moment, round after round, shifted against each other by random
/// pauses of a few nanoseconds. A test that uses it shows that each outcome has really occurred;
/// now and then one of the two gets a head start, so that on a busy machine too each comes first.
///
/// A machine that is busy with other things needs long for a round; then there are fewer of them.
final class Race {
  private static final int MOST_SPINS = 30;
  private static final int FEWEST_ROUNDS = 2_000;
  private static final int HEAD_START_EVERY = 32;
  private static final long HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private final AtomicInteger here = new AtomicInteger(); // Counts arrivals, two a round.
  private final AtomicInteger done = new AtomicInteger(); // Counts acts, two a round.
  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
  private volatile boolean over;

  private Race() {}

  /// What is done in each round.
  interface Act {
    void in(int round) throws Exception;
  }

  /// Runs two acts at once in each round, and then, on the calling thread, what checks them.
  static void of(int rounds, Act one, Act other, Act afterwards) {
    new Race().run(rounds, one, other, afterwards);
  }

  private void run(int rounds, Act one, Act other, Act afterwards) {
    Thread thread = Thread.ofPlatform().daemon().name("the one").start(() -> runOne(one));
    SplittableRandom spins = new SplittableRandom(2);
    long began = System.nanoTime();
    for (int round = 0; round < rounds && !isLate(round, began); round++) {
      together(other, round, spins, false);
      int bothDone = 2 * round + 2;
      Patience.await("round " + round + " to end", () -> done.get() == bothDone);
      inside(afterwards, round);
      if (thrown.get() != null) {
        throw new AssertionError("in round " + round + ": " + thrown.get(), thrown.get());
      }
    }
    over = true;
    Patience.awaitEnd(thread);
  }

  private static boolean isLate(int round, long began) {
    return round >= FEWEST_ROUNDS && System.nanoTime() - began > BUDGET_NANOS;
  }

  private void runOne(Act act) {
    SplittableRandom spins = new SplittableRandom(1);
    for (int round = 0; !over; round++) {
      together(act, round, spins, true);
    }
  }

  private void together(Act act, int round, SplittableRandom spins, boolean isOne) {
    int bothHere = 2 * round + 2;
    here.getAndIncrement();
    Patience.await("both to begin round " + round, () -> here.get() >= bothHere || over);
    if (over) {
      return;
    }
    if (round % HEAD_START_EVERY == (isOne ? 0 : HEAD_START_EVERY / 2)) {
      letTheOtherGoFirst(round);
    }
    for (int i = spins.nextInt(MOST_SPINS); i > 0; i--) {
      Thread.onSpinWait();
    }
    inside(act, round);
    done.getAndIncrement();
  }

  /// Waits until the other one has acted; not for ever, for it may wait for us.
  private void letTheOtherGoFirst(int round) {
    int oneDone = 2 * round + 1;
    long began = System.nanoTime();
    while (done.get() < oneDone && System.nanoTime() - began < HEAD_START_NANOS) {
      LockSupport.parkNanos(1); // There may be one processor for the two of us.
    }
  }

  private void inside(Act act, int round) {
    try {
      act.in(round);
    } catch (Throwable failure) {
      thrown.compareAndSet(null, failure);
    }
  }
}
