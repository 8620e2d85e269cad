package dev.wakerobin.runtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
  private final Idleness idleness;
  private final @Nullable VirtualClock virtual; // The runtime's clock, if it is one that jumps.
  private volatile @Nullable Stalls stalls; // Set while the runtime is built.
  private final AtomicReference<@Nullable EventParker> watcher = new AtomicReference<>();

  EventWatch(
      RuntimeClock clock, Timers timers, UnjoinedFailures unjoined, BooleanSupplier callsAreOver) {
    this.clock = clock;
    this.timers = timers;
    this.unjoined = unjoined;
    this.idleness = new Idleness(clock, timers, callsAreOver);
    this.virtual = clock.virtual();
  }

  void add(EventParker parker) {
    idleness.parkers().add(parker);
  }

  boolean hasParkers() {
    return !idleness.parkers().isEmpty();
  }

  /// Sleeps once, as the watcher if there is no other one, for that many nanoseconds at most. True
  /// if events were served.
  boolean sleepOnce(EventParker me, long most) {
    if (watcher.get() != me && !watcher.compareAndSet(null, me)) {
      if (!jumpIfIdle()) { // A jump stirs the watcher.
        sleep(Math.min(most, nanosToStall()));
      }
      return false;
    }
    if (serve(me)) {
      return true;
    }
    // Serving may have eaten the unpark that came with a permit.
    if (me.isParked() && !jumpIfIdle()) {
      long toDeadline = clock.realNanosUntil(timers.nextDeadline());
      sleep(Math.min(most, Math.min(toDeadline, nanosToStall())));
    }
    return serve(me);
  }

  private long nanosToStall() {
    Stalls all = stalls;
    return all == null ? Timers.NEVER : all.look();
  }

  private boolean jumpIfIdle() {
    return virtual != null && virtual.jumpIfIdle();
  }

  /// As [dev.wakerobin.spi.Parker#jump()] says.
  boolean jump() {
    if (virtual == null || !idleness.callsAreOver() || !virtual.jump()) {
      return false;
    }
    serve();
    return true;
  }

  /// Nobody is left to be waited for, perhaps: then time may go on.
  void callEnded() {
    if (virtual != null) {
      lookAgain();
    }
  }

  /// Takes part in the jumps of a virtual clock, and looks out for stalls. Answers how to end that.
  Runnable join(VirtualClock clockOfAll, Stalls stallsOfThis) {
    stalls = stallsOfThis;
    clockOfAll.enter(idleness);
    return () -> clockOfAll.leave(idleness);
  }

  Idleness idleness() {
    return idleness;
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
    for (EventParker each : idleness.parkers()) {
      if (each.isParked()) {
        each.stir();
        return;
      }
    }
  }

  /// Serves what is due, without waiting.
  void serve() {
    serve(null);
  }

  /// The same for a thread that is parked: if there was something it rises, and that is true.
  private boolean serve(@Nullable EventParker parked) {
    unjoined.reportCollected();
    if (!timers.anyDue()) {
      return false;
    }
    Seat seat = Seat.ofThisThread();
    seat.firingTimers(true);
    idleness.beginFiring();
    try {
      boolean any = timers.fireDue() > 0;
      if (any && parked != null) {
        parked.rise();
      }
      return any;
    } finally {
      idleness.endFiring();
      seat.firingTimers(false);
    }
  }
}
