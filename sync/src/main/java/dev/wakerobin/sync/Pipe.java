package dev.wakerobin.sync;

import dev.wakerobin.Waker;
import java.util.ArrayDeque;
import java.util.List;
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
final class Pipe<T> {
  private final Permits slots;
  private final Gate receiverClosed = new Gate();

  private final ArrayDeque<T> values = new ArrayDeque<>(); // This and the rest are guarded by this.
  private int senders = 1; // Those that are open.
  private boolean closed; // By the receiver.
  private boolean ended; // The receiver may have been told, so it stays so.
  private Waker bell = Waker.noop();
  private @Nullable Object waiting; // Whose bell it is.

  Pipe(long capacity) {
    this.slots = new Permits(capacity);
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
    boolean late;
    Waker rung;
    synchronized (this) {
      late = ended;
      if (!late) {
        values.add(value);
      }
      rung = takeBell();
    }
    Bells.ring(rung);
    if (late) {
      slots.release(1);
      throw closedByReceiver();
    }
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
  synchronized @Nullable T next(Object who, Waker itsBell) {
    T value = tryNext();
    if (value == null && !ended) {
      await(who, itsBell);
    }
    return value;
  }

  /// The same without waiting.
  synchronized @Nullable T tryNext() {
    T value = values.poll();
    if (value == null) {
      ended = ended || isOver();
    }
    return value;
  }

  /// To be called under the lock.
  private void await(Object who, Waker itsBell) {
    if (waiting instanceof Receive && waiting != who) {
      throw new IllegalStateException(
          "another receive waits on this channel already: it has one receiver, used by one task at"
              + " a time. Let one task receive and pass on, or cancel the other receive first");
    }
    waiting = who;
    bell = itsBell;
  }

  synchronized void stopWaiting(Object who) {
    if (waiting == who) {
      takeBell();
    }
  }

  /// As if it had never been taken. Nobody else takes values, so it comes first again.
  synchronized void putBack(T value) {
    values.addFirst(value);
  }

  /// Moves further values into the list, until it has so many.
  synchronized void drainTo(List<T> list, int most) {
    while (list.size() < most) {
      T value = values.poll();
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

  synchronized boolean hasEnded() {
    return ended;
  }

  synchronized int size() {
    return values.size();
  }

  /// To be called under the lock.
  private boolean isOver() {
    return values.isEmpty() && (closed || senders == 0) && slots.isIdle();
  }

  /// To be called under the lock.
  private Waker takeBell() {
    Waker taken = bell;
    bell = Waker.noop();
    waiting = null;
    return taken;
  }
}
