package dev.wakerobin.sync;

import dev.wakerobin.Waker;
import dev.wakerobin.spi.Hold;
import dev.wakerobin.spi.Want;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A number of permits and a line of those who want some: what a semaphore, both locks and a
/// bounded channel are made of.
///
/// ```
///   state   ┌────────────── free ──────────────┬─ WAITED_FOR ─┬─ CLOSED ─┐
///           └──────────────────────────────────┴──────────────┴──────────┘
/// ```
///
/// It is fair: permits are handed to those in line in the order in which they came, and nobody
/// takes any while somebody waits. If the first in line wants many, those behind it who want few
/// wait as well, or the first might wait for ever.
///
/// Without anybody in line, taking is one compare-and-set and giving back one addition. The line is
/// guarded by this object's lock, and so is the bit `WAITED_FOR`, which says that somebody is in
/// it. How the two ways fit together:
///
/// - While the bit is set nobody takes permits but under the lock; so what is free can only grow.
/// - Entering the line is a compare-and-set of the very word in which the free permits are counted.
///   Either it comes before somebody gives back, who then sees the bit and serves the line; or it
///   fails, and who wanted to enter sees the permits.
///
/// Handing over, rather than setting free and letting the woken compete, is also what makes
/// cancelling safe: a permit has a holder at any time, and one who is cancelled gives back what it
/// holds.
final class Permits {
  /// The greatest number of permits.
  static final long MOST = Long.MAX_VALUE >> 2;

  private static final long CLOSED = 1;
  private static final long WAITED_FOR = 2;
  private static final long ONE = 4;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Permits.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// What an attempt came to.
  enum Answer {
    /// The permits are the caller's.
    TAKEN,
    /// There are not enough, or others come first.
    WAIT,
    /// There will never be any.
    CLOSED
  }

  private final Object owner;
  private final String name;
  private volatile long state;
  private volatile long total; // Free, and out. Written under the lock.
  private final Waiters<Acquire<?>> line = new Waiters<>(); // Guarded by this.

  /// @param owner whose permits they are, as a dump shows it
  /// @param name what kind of thing that is
  Permits(long count, Object owner, String name) {
    this.owner = owner;
    this.name = name;
    this.total = count;
    this.state = count * ONE;
  }

  // ---- Taking

  /// Takes so many if they are free and nobody waits.
  Answer tryTake(long count) {
    while (true) {
      long seen = state;
      if (isClosed(seen)) {
        return Answer.CLOSED;
      }
      if (isWaitedFor(seen) || free(seen) < count) {
        return Answer.WAIT;
      }
      if (STATE.compareAndSet(this, seen, seen - count * ONE)) {
        return Answer.TAKEN;
      }
      Backoff.pause();
    }
  }

  /// Takes what it needs, or waits in line with this bell, or sees that it has been called.
  Answer take(Acquire<?> who, Waker bell) {
    if (who.isOutside()) {
      Answer answer = tryTake(who.need());
      if (answer != Answer.WAIT) {
        return note(who, answer);
      }
    }
    synchronized (this) {
      if (who.isCalled()) {
        return Answer.TAKEN;
      }
      while (true) {
        Answer answer = who.isInLine() ? Answer.WAIT : tryTake(who.need());
        if (answer != Answer.WAIT) {
          return note(who, answer);
        }
        long seen = state;
        boolean mustWait = isWaitedFor(seen) || (!isClosed(seen) && free(seen) < who.need());
        if (mustWait && STATE.compareAndSet(this, seen, seen | WAITED_FOR)) {
          line.add(who, bell);
          return Answer.WAIT;
        }
      }
    }
  }

  private static Answer note(Acquire<?> who, Answer answer) {
    if (answer == Answer.TAKEN) {
      who.pass();
    }
    return answer;
  }

  // ---- Giving back

  /// Gives so many back: to those in line, if there are any.
  void release(long count) {
    long before = (long) STATE.getAndAdd(this, count * ONE);
    if (isWaitedFor(before)) {
      serve();
    }
  }

  private void serve() {
    Bells bells = new Bells();
    synchronized (this) {
      callThoseWhoFit(bells);
    }
    bells.ring();
  }

  /// To be called under the lock.
  private void callThoseWhoFit(Bells bells) {
    Acquire<?> next = line.first();
    while (next != null && next.need() <= free(state)) {
      STATE.getAndAdd(this, -next.need() * ONE);
      line.callFirst(bells);
      next = line.first();
    }
    if (line.isEmpty()) {
      STATE.getAndBitwiseAnd(this, ~WAITED_FOR);
    }
  }

  /// Nobody wants any more what this one wants: it leaves the line, or gives back what it was
  /// handed. Either may be just what others wait for.
  void withdraw(Acquire<?> who) {
    boolean holds;
    Bells bells = new Bells();
    synchronized (this) {
      holds = who.isCalled();
      if (line.remove(who)) {
        callThoseWhoFit(bells);
      }
      who.end();
    }
    bells.ring();
    if (holds) {
      release(who.need());
    }
  }

  // ---- Changing what there is

  /// Makes so many new ones.
  ///
  /// @throws IllegalArgumentException if there would be too many; then there are as many as before
  void add(long count) {
    synchronized (this) {
      if (count > MOST - total) {
        throw new IllegalArgumentException(
            "cannot add %d permits to %d: there can be %d at most".formatted(count, total, MOST));
      }
      total += count;
    }
    release(count);
  }

  /// Takes so many out of the world that somebody holds.
  synchronized void forget(long count) {
    total -= count;
  }

  /// Takes so many free ones out of the world, or as many as are free and not waited for.
  ///
  /// @return how many
  long forgetFree(long most) {
    while (true) {
      long seen = state;
      long count = isWaitedFor(seen) ? 0 : Math.min(most, free(seen));
      if (STATE.compareAndSet(this, seen, seen - count * ONE)) {
        forget(count);
        return count;
      }
    }
  }

  /// Hands out no more. Those in line are rung, to see that it is so.
  void close() {
    Bells bells = new Bells();
    synchronized (this) {
      STATE.getAndBitwiseOr(this, CLOSED);
      line.dismissAll(bells);
      STATE.getAndBitwiseAnd(this, ~WAITED_FOR);
    }
    bells.ring();
  }

  // ---- Looking

  /// Notes that somebody holds some, which are such a part of their owner.
  Hold hold(Object taker, String part) {
    return Hold.of(taker, part, owner, name);
  }

  /// What somebody in line wants of the owner, in words.
  Want want(String purpose, String itsState) {
    return new Want(purpose, owner, name, itsState);
  }

  long total() {
    return total;
  }

  long free() {
    return free(state);
  }

  boolean isClosed() {
    return isClosed(state);
  }

  /// Whether so many are free just now, and nobody waits.
  boolean hasFree(long count) {
    long seen = state;
    return !isClosed(seen) && !isWaitedFor(seen) && free(seen) >= count;
  }

  /// Whether nobody holds any and nobody waits.
  boolean isIdle() {
    long seen = state;
    return free(seen) == total && !isWaitedFor(seen);
  }

  private static long free(long state) {
    return state / ONE;
  }

  private static boolean isWaitedFor(long state) {
    return (state & WAITED_FOR) != 0;
  }

  private static boolean isClosed(long state) {
    return (state & CLOSED) != 0;
  }
}
