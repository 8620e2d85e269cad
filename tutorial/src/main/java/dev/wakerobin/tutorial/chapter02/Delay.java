package dev.wakerobin.tutorial.chapter02;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.time.Duration;

/// ## A delay that keeps the bell
///
/// The first poll asks somebody else to ring, a [Ringer]. The ring comes from another thread, so
/// there is a lock for what that thread and those who poll share:
///
/// - `over`: whether the time has come. A future is not told *why* it is polled; it has to look.
/// - `waker`: the bell of the *latest* poll. The one before may belong to another task, so it is
///   replaced.
///
/// Under the lock there is no gap between “it is not over” and “here is my bell”. If there were,
/// the end could slip in there, and ring a bell that is not the one that we are about to keep.
///
/// @step-of BusyDelay
public final class Delay implements Future<Unit> {
  private final Duration length;
  private final Ringer ringer;
  private boolean begun; // Touched only by those who poll, one after the other.
  private boolean over; // Guarded by this, as is the waker.
  private Waker waker = Waker.noop();

  /// Ready once that much time has passed, counted from the first poll.
  public Delay(Duration length, Ringer ringer) {
    this.length = length;
    this.ringer = ringer;
  }

  @Override
  public Poll<Unit> poll(Context context) {
    synchronized (this) {
      if (over) {
        return Poll.ready();
      }
      waker = context.waker();
    }
    if (!begun) {
      begun = true;
      ringer.ringAfter(length, this::end);
    }
    return Poll.pending();
  }

  private void end() {
    Waker bell;
    synchronized (this) {
      over = true;
      bell = waker;
    }
    bell.wake(); // Not under the lock: who knows what it leads to?
  }
}
