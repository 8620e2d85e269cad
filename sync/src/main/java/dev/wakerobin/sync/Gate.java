package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;

/// Something that happens once and stays so, and those who wait for it. A [CancellationToken]
/// extends it, so that who waits for a token holds the token.
sealed class Gate permits CancellationToken {
  private volatile boolean open; // Written under the lock.
  private final Waiters<Passage> line = new Waiters<>(); // Guarded by this.

  /// Opens it, and lets everybody through. False if it was open already.
  final boolean open() {
    Bells bells = new Bells();
    synchronized (this) {
      if (open) {
        return false;
      }
      open = true;
      line.callAll(bells);
    }
    bells.ring();
    return true;
  }

  final boolean isOpen() {
    return open;
  }

  /// Ready once it is open.
  final Future<Unit> awaitOpen() {
    return new Passage();
  }

  /// True if it is open; otherwise this one waits in line.
  private boolean letThrough(Passage who, Waker bell) {
    if (open) {
      return true;
    }
    synchronized (this) {
      if (!open) {
        line.add(who, bell);
      }
      return open;
    }
  }

  private synchronized void forget(Passage who) {
    line.remove(who);
    who.end();
  }

  /// What those in line wait for.
  Want passing() {
    return new Want("for the other end to be closed, at", this, "Gate", "");
  }

  /// One who wants through.
  private final class Passage extends Waiter implements Future<Unit> {
    @Override
    Want wanted() {
      return passing();
    }

    @Override
    public Poll<Unit> poll(Context context) {
      refuseIfEnded();
      if (!letThrough(this, context.waker()) || !context.tryProceed()) {
        return Poll.pending();
      }
      end();
      return Poll.ready();
    }

    @Override
    public void cancel() {
      forget(this);
    }
  }
}
