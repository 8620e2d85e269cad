package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;

/// Wakes tasks that wait for something to change, without saying what: what a condition variable is
/// to threads. Usually there is some state beside it that the woken task looks at.
///
/// ```java
/// // The one who waits:                          // The one who changes it:
/// while (!done()) {                              change();
///   await(changed.notified());                   changed.notifyOne();
/// }
/// ```
///
/// - [#notifyOne()] wakes the one who has waited longest. If nobody waits it is remembered, once:
///   the next one to wait is ready at once. So nothing is lost if the change comes between looking
///   and waiting.
/// - [#notifyWaiters()] wakes everybody whose [#notified()] was *called* before, polled or not, and
///   remembers nothing. Who wants to hear of it calls `notified()` first, looks then, and waits
///   last.
///
/// Somebody who was woken by `notifyOne` and is cancelled before being polled has not used the
/// notification, and it goes to the next in line. All methods may be called from any thread. The
/// semantics are those of Tokio's `Notify`.
public final class Notify {
  private final Waiters<Notified> line = new Waiters<>(); // This and the rest are guarded by this.
  private boolean remembered;
  private long broadcasts;

  /// One that nobody waits for.
  public Notify() {}

  /// Wakes the one who has waited longest, or else whoever waits next.
  public void notifyOne() {
    Bells bells = new Bells();
    synchronized (this) {
      notifyNext(bells);
    }
    bells.ring();
  }

  /// To be called under the lock.
  private void notifyNext(Bells bells) {
    Notified next = line.first();
    if (next == null) {
      remembered = true;
    } else {
      next.byOne = true;
      line.callFirst(bells);
    }
  }

  /// Wakes everybody who waits now.
  public void notifyWaiters() {
    Bells bells = new Bells();
    synchronized (this) {
      broadcasts++;
      line.callAll(bells);
    }
    bells.ring();
  }

  /// Ready once there has been a notification. It hears [#notifyWaiters()] from now on, and takes
  /// its place in line for [#notifyOne()] when it is polled or [enabled][Notified#enable()].
  public synchronized Notified notified() {
    return new Notified(this, broadcasts);
  }

  /// True if this one was notified; otherwise it waits in line.
  private synchronized boolean hear(Notified who, Waker bell) {
    if (who.isCalled()) {
      return true;
    }
    if (who.broadcastsBefore != broadcasts) {
      who.pass(); // And what is remembered stays for somebody else.
      return true;
    }
    if (remembered) {
      remembered = false;
      who.byOne = true;
      who.pass();
      return true;
    }
    line.add(who, bell);
    return false;
  }

  private synchronized boolean enter(Notified who) {
    return !who.isInLine() && hear(who, Waker.noop()); // In line it may have a bell already.
  }

  private void forget(Notified who) {
    Bells bells = new Bells();
    synchronized (this) {
      line.remove(who);
      if (who.isCalled() && who.byOne) {
        notifyNext(bells);
      }
      who.end();
    }
    bells.ring();
  }

  /// One who waits for a [Notify].
  public static final class Notified extends Waiter implements Future<Unit> {
    private final Notify notify;
    private final long broadcastsBefore;
    private boolean byOne; // Whether it was called by notifyOne. Guarded by notify.

    private Notified(Notify notify, long broadcastsBefore) {
      this.notify = notify;
      this.broadcastsBefore = broadcastsBefore;
    }

    /// Takes its place in line without being polled: for those who look at their state between this
    /// and waiting, and must not miss a [#notifyOne()] that somebody else would take.
    ///
    /// @return whether it has been notified already
    public boolean enable() {
      refuseIfEnded();
      return notify.enter(this);
    }

    @Override
    Want wanted() {
      return new Want("for a notification by", notify, "Notify", "");
    }

    @Override
    public Poll<Unit> poll(Context context) {
      refuseIfEnded();
      if (!notify.hear(this, context.waker()) || !context.tryProceed()) {
        return Poll.pending();
      }
      end();
      return Poll.ready();
    }

    @Override
    public void cancel() {
      notify.forget(this);
    }
  }
}
