package dev.wakerobin.sync;

import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;
import org.jspecify.annotations.Nullable;

/// Those who wait for one thing, first come, first served.
///
/// The links are in the waiters themselves, so that entering allocates nothing, and leaving from
/// the middle, which is what a cancelled future does, takes the same time however long the line is.
///
/// ```
///   first ─▶ [waiter] ◀──▶ [waiter] ◀──▶ [waiter] ◀─ last
///              ahead = null                behind = null
/// ```
///
/// It has no lock of its own: it is guarded by the lock of whoever owns it. Nobody is rung in here,
/// for a bell is somebody else's code: those to be rung are put into [Bells], and rung once the
/// lock has been let go.
final class Waiters<W extends Waiter> {
  private @Nullable W first;
  private @Nullable W last;

  /// Enters at the end of the line. Who is in line already keeps the place and changes the bell.
  void add(W waiter, Waker bell) {
    if (!waiter.isInLine()) {
      W before = last;
      if (before == null) {
        first = waiter;
      } else {
        before.behind = waiter;
        waiter.ahead = before;
      }
      last = waiter;
    }
    boolean isNew = !waiter.isInLine();
    waiter.join(bell);
    if (isNew) {
      Want.note(waiter, Waiter::want);
    }
  }

  /// Takes it out of line, uncalled. False if it was not in line.
  boolean remove(W waiter) {
    if (!waiter.isInLine()) {
      return false;
    }
    unlink(waiter);
    waiter.leave(false);
    return true;
  }

  /// Who came first of those who are still here; null if nobody is.
  @Nullable W first() {
    return first;
  }

  /// Tells the first one that its turn has come, and takes it out of line. False if nobody is here.
  boolean callFirst(Bells bells) {
    W waiter = first;
    if (waiter == null) {
      return false;
    }
    unlink(waiter);
    bells.add(waiter.leave(true));
    return true;
  }

  /// The same to everybody.
  void callAll(Bells bells) {
    while (callFirst(bells)) {}
  }

  /// Sends everybody out of line, uncalled, to be rung: what they wait for will never come.
  void dismissAll(Bells bells) {
    while (first != null) {
      W waiter = first;
      unlink(waiter);
      bells.add(waiter.leave(false));
    }
  }

  boolean isEmpty() {
    return first == null;
  }

  @SuppressWarnings("unchecked") // Only a W is ever linked.
  private void unlink(W waiter) {
    W before = (W) waiter.ahead;
    W after = (W) waiter.behind;
    if (before == null) {
      first = after;
    } else {
      before.behind = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.ahead = before;
    }
    waiter.ahead = null;
    waiter.behind = null;
  }
}
