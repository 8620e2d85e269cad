package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;

/// Lets tasks wait for each other: the first of them wait until the last has come, then all go on,
/// and the barrier is there for the next round.
///
/// ```java
/// boolean leader = await(barrier.awaitOthers());
/// ```
///
/// Who is cancelled while it waits has not come. (In Tokio it has, so that the round ends with one
/// too few.) All methods may be called from any thread.
public final class Barrier {
  private final int parties;
  private final Waiters<Arrival> line = new Waiters<>(); // Guarded by this.
  private int missing; // In this round. Guarded by this.

  /// A barrier for so many.
  ///
  /// @throws IllegalArgumentException if the number is below 1
  public Barrier(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException(
          "a barrier is for 1 task or more, and this would be for " + parties);
    }
    this.parties = parties;
    this.missing = parties;
  }

  /// Arrives, with the first poll, and is ready once all have arrived. It gives true to one of
  /// them, the last to arrive, and false to the others.
  public Future<Boolean> awaitOthers() {
    return new Arrival();
  }

  /// How many it is for.
  public int parties() {
    return parties;
  }

  private boolean arrive(Arrival who, Waker bell) {
    Bells bells = new Bells();
    synchronized (this) {
      missing--;
      if (missing > 0) {
        line.add(who, bell);
        return false;
      }
      missing = parties;
      who.leads = true;
      who.pass();
      line.callAll(bells);
    }
    bells.ring();
    return true;
  }

  private synchronized String state() {
    return "%d of %d are missing".formatted(missing, parties);
  }

  private synchronized boolean isOver(Arrival who, Waker bell) {
    if (who.isInLine()) {
      line.add(who, bell);
      return false;
    }
    return true;
  }

  private synchronized void forget(Arrival who) {
    if (line.remove(who)) {
      missing++;
    }
    who.end();
  }

  /// One who has arrived, or is about to.
  private final class Arrival extends Waiter implements Future<Boolean> {
    private boolean leads; // Written by its own poll.

    @Override
    Want wanted() {
      return new Want("for all to come to", Barrier.this, "Barrier", state());
    }

    @Override
    public Poll<Boolean> poll(Context context) {
      refuseIfEnded();
      if (isOutside()) {
        // The budget is asked before arriving, for who has arrived cannot go back: a leader that
        // was cancelled before it could answer would leave its round without one.
        if (!context.tryProceed() || !arrive(this, context.waker())) {
          return Poll.pending();
        }
      } else if (!isOver(this, context.waker())) {
        return Poll.pending();
      }
      end();
      return Poll.ready(leads);
    }

    @Override
    public void cancel() {
      forget(this);
    }
  }
}
