package dev.wakerobin.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Sees to it that, of all parked threads, one watches the timers for all.
///
/// ```
///   parked:   ▓ watcher: sleeps until the next deadline     ░ sleeps     ░ sleeps
///                │ leaves, for there is work                    ▲
///                └────────── hands the watch on ────────────────┘
/// ```
///
/// Handing on matters: if the watcher goes off into a long poll, timers would wait for it although
/// other threads sleep. Tokio leaves the watch to whoever parks next; we hand it on whenever a
/// timer waits.
final class EventWatch {
  private final RuntimeClock clock;
  private final Timers timers;
  private final UnjoinedFailures unjoined;
  private final List<EventParker> parkers = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable EventParker> watcher = new AtomicReference<>();

  EventWatch(RuntimeClock clock, Timers timers, UnjoinedFailures unjoined) {
    this.clock = clock;
    this.timers = timers;
    this.unjoined = unjoined;
  }

  void add(EventParker parker) {
    parkers.add(parker);
  }

  boolean hasParkers() {
    return !parkers.isEmpty();
  }

  /// Sleeps once, as the watcher if there is no other one, for that many nanoseconds at most. True
  /// if events were served.
  boolean sleepOnce(EventParker me, long most) {
    if (watcher.get() != me && !watcher.compareAndSet(null, me)) {
      sleep(most);
      return false;
    }
    if (serve()) {
      return true;
    }
    if (me.isParked()) { // Serving may have eaten the unpark that came with a permit.
      sleep(Math.min(most, clock.realNanosUntil(timers.nextDeadline())));
    }
    return serve();
  }

  private void sleep(long nanos) {
    if (nanos == Timers.NEVER) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, nanos);
    }
  }

  /// A parked thread goes back to work; it does not count as parked any more. If now nobody
  /// watches, and timers wait, another one takes over. That may be so although this one was not the
  /// watcher: the watch may have been handed to it when it was about to get up.
  void leave(EventParker me) {
    watcher.compareAndSet(me, null);
    if (watcher.get() == null && timers.nextDeadline() != Timers.NEVER) {
      handOn();
    }
  }

  /// The next deadline has come nearer, or the clock was moved: somebody has to look again.
  void lookAgain() {
    EventParker current = watcher.get();
    if (current != null) {
      current.stir();
    } else {
      handOn();
    }
  }

  /// Stirs one thread that is parked: it finds that nobody watches, and does. Pairs with
  /// `EventParker.park`, which first shows that it is parked, then looks for the watcher.
  private void handOn() {
    for (EventParker each : parkers) {
      if (each.isParked()) {
        each.stir();
        return;
      }
    }
  }

  /// Serves what is due, without waiting. True if there was something.
  boolean serve() {
    unjoined.reportCollected();
    if (!timers.anyDue()) {
      return false;
    }
    Seat seat = Seat.ofThisThread();
    seat.firingTimers(true);
    try {
      return timers.fireDue() > 0;
    } finally {
      seat.firingTimers(false);
    }
  }
}
