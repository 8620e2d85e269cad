package dev.wakerobin.sync;

import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What lies between the senders and the receiver of a [Channel]: a semaphore and a queue.
///
/// ```
///   send:     take a slot, or wait for one ─▶ push the value ─▶ ring the receiver
///   receive:  take the first value, or wait ─▶ give its slot back, to the next sender in line
/// ```
///
/// A slot is taken before the value goes in, and a sender that is cancelled in between gives the
/// slot back and has sent nothing. The channel has ended for the receiver when nothing can come any
/// more: either end is closed, the queue is empty, and nobody holds a slot or waits for one.
///
/// ```
///   senders ──▶ inbox ══ all at once, when the basket is empty ══▶ basket ──▶ receiver
/// ```
///
/// What is in the basket holds its slots until it is received. The lock is for waiting and ending
/// only: a value that finds the receiver awake passes through without it.
final class Pipe<T> {
  /// What a dump calls it.
  private static final String NAME = "Channel";

  private final Permits slots;
  private final Gate receiverClosed = new Gate();

  private final Inbox<T> inbox = Inbox.create();
  private final Basket<T> basket = Basket.create();

  private int senders = 1; // Those that are open. This and the rest are guarded by this.
  private boolean closed; // By the receiver.
  private Waker bell = Waker.noop();
  private @Nullable Object waiting; // Whose bell it is.

  Pipe(long capacity) {
    this.slots = new Permits(capacity, this, NAME);
  }

  Permits slots() {
    return slots;
  }

  Gate receiverClosed() {
    return receiverClosed;
  }

  // ---- For senders

  /// Puts a value in, from somebody who holds a slot for it.
  ///
  /// @throws ClosedException if the receiver has been told that nothing comes any more; the slot is
  ///     given back
  void push(T value) {
    switch (inbox.push(value)) {
      case QUIETLY -> {}
      case AWAITED -> ring();
      case LATE -> {
        slots.release(1);
        throw closedByReceiver();
      }
    }
  }

  private void ring() {
    Waker rung;
    synchronized (this) {
      rung = takeBell();
    }
    Bells.ring(rung);
  }

  /// A slot was given back unused: perhaps it was what the receiver still waited for.
  void slotReturned() {
    Waker rung;
    synchronized (this) {
      rung = isOver() ? takeBell() : Waker.noop();
    }
    Bells.ring(rung);
  }

  /// One more sender.
  synchronized void enter() {
    senders++;
  }

  /// One sender fewer.
  void leave() {
    Waker rung;
    synchronized (this) {
      senders--;
      rung = isOver() ? takeBell() : Waker.noop();
    }
    Bells.ring(rung);
  }

  static ClosedException closedByReceiver() {
    return new ClosedException(
        "the channel is closed, and its receiver takes no more: nothing was sent");
  }

  // ---- For the receiver

  /// The first value; or null, and then `who` waits with that bell, unless the channel has ended.
  @Nullable T next(Object who, Waker itsBell) {
    openBasket();
    try {
      T value = takeFirst();
      while (value == null && !endOrAwait(who, itsBell)) {
        value = takeFirst();
      }
      return value;
    } finally {
      basket.close();
    }
  }

  /// The same without waiting.
  @Nullable T tryNext() {
    openBasket();
    try {
      T value = takeFirst();
      if (value == null) {
        endIfOver();
      }
      return value;
    } finally {
      basket.close();
    }
  }

  /// Takes the first value in the basket, or if that is empty, the first of what has arrived.
  private @Nullable T takeFirst() {
    T value = basket.poll();
    if (value != null) {
      return value;
    }
    basket.fetch(inbox);
    return basket.poll();
  }

  /// Whether the channel has ended. The receiver may be told, so it stays so.
  private synchronized boolean endIfOver() {
    return inbox.hasEnded() || (isOver() && inbox.end());
  }

  /// Either the channel has ended, or `who` waits with that bell; false if something has arrived.
  private synchronized boolean endOrAwait(Object who, Waker itsBell) {
    if (endIfOver()) {
      return true;
    }
    refuseAnother(who);
    if (!inbox.await()) {
      return false;
    }
    boolean isNew = waiting == null;
    waiting = who;
    bell = itsBell;
    if (isNew) {
      Want.note(who, Pipe::wantOf);
    }
    return true;
  }

  private void refuseAnother(Object who) {
    if (waiting instanceof Receive && waiting != who) {
      throw new IllegalStateException(
          "another receive waits on this channel already: it has one receiver, used by one task at"
              + " a time. Let one task receive and pass on, or cancel the other receive first");
    }
  }

  /// Two who receive at the same moment would take one value twice, or lose one.
  private void openBasket() {
    if (!basket.open()) {
      throw new IllegalStateException(
          "two threads receive from this channel at the same moment: it has one receiver, used by"
              + " one task at a time. Let one task receive and pass on");
    }
  }

  /// What somebody who has waited waits for, if he still does.
  private static Optional<Want> wantOf(Object who) {
    Pipe<?> pipe = who instanceof Receive<?> receive ? receive.pipe() : ((Receiver<?>) who).pipe();
    return pipe.want(who);
  }

  private synchronized Optional<Want> want(Object who) {
    String state = senders == 1 ? "1 sender is open" : senders + " senders are open";
    return waiting != who
        ? Optional.empty()
        : Optional.of(new Want("for a value from", this, NAME, state));
  }

  synchronized void stopWaiting(Object who) {
    if (waiting == who) {
      takeBell();
    }
  }

  /// As if it had never been taken. Nobody else takes values, so it comes first again.
  void putBack(T value) {
    openBasket();
    basket.putBack(value);
    basket.close();
  }

  /// Moves further values into the list, until it has so many.
  void drainTo(List<T> list, int most) {
    while (list.size() < most) {
      T value = tryNext();
      if (value == null) {
        return;
      }
      list.add(value);
    }
  }

  /// Takes no more from senders, but for those that hold a slot.
  void close() {
    synchronized (this) {
      closed = true;
    }
    slots.close();
    receiverClosed.open();
    slotReturned();
  }

  boolean hasEnded() {
    return inbox.hasEnded();
  }

  int size() {
    return inbox.size() + basket.size();
  }

  /// To be called under the lock.
  private boolean isOver() {
    return inbox.size() == 0 && (closed || senders == 0) && slots.isIdle();
  }

  /// To be called under the lock.
  private Waker takeBell() {
    Waker taken = bell;
    bell = Waker.noop();
    waiting = null;
    return taken;
  }
}
