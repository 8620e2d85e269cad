package dev.wakerobin.sync;

import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
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
///   senders ──▶ arrived ══ all at once, when the basket is empty ══▶ basket ──▶ receiver
/// ```
///
/// Senders and receiver share a lock, which the receiver needs only for the first of many values.
/// What is in the basket holds its slots until it is received.
final class Pipe<T> {
  /// What a dump calls it.
  private static final String NAME = "Channel";

  private static final VarHandle RECEIVING;
  private static final VarHandle IN_BASKET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      RECEIVING = lookup.findVarHandle(Pipe.class, "receiving", boolean.class);
      IN_BASKET = lookup.findVarHandle(Pipe.class, "inBasket", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Permits slots;
  private final Gate receiverClosed = new Gate();

  private ArrayDeque<T> basket = new ArrayDeque<>(); // Whoever is receiving has it.
  private volatile boolean receiving; // Somebody is.
  private int inBasket; // Written by him, for others to see.

  private ArrayDeque<T> arrived = new ArrayDeque<>(); // This and the rest are guarded by this.
  private int senders = 1; // Those that are open.
  private boolean closed; // By the receiver.
  private boolean ended; // The receiver may have been told, so it stays so.
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
    boolean late;
    Waker rung;
    synchronized (this) {
      late = ended;
      if (!late) {
        arrived.add(value);
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
  @Nullable T next(Object who, Waker itsBell) {
    beginToReceive();
    try {
      T value = basket.poll();
      return value != null ? value : refill(who, itsBell);
    } finally {
      endReceiving();
    }
  }

  /// The same without waiting.
  @Nullable T tryNext() {
    beginToReceive();
    try {
      T value = basket.poll();
      return value != null ? value : refill();
    } finally {
      endReceiving();
    }
  }

  private synchronized @Nullable T refill(Object who, Waker itsBell) {
    T value = refill();
    if (value == null && !ended) {
      await(who, itsBell);
    }
    return value;
  }

  /// Changes the empty basket for what has arrived, and takes the first value.
  private synchronized @Nullable T refill() {
    ArrayDeque<T> full = arrived;
    arrived = basket;
    basket = full;
    T value = full.poll();
    if (value == null) {
      ended = ended || isOver();
    }
    return value;
  }

  /// Two who receive at the same moment would take one value twice, or lose one.
  private void beginToReceive() {
    if (!RECEIVING.compareAndSet(this, false, true)) {
      throw new IllegalStateException(
          "two threads receive from this channel at the same moment: it has one receiver, used by"
              + " one task at a time. Let one task receive and pass on");
    }
  }

  private void endReceiving() {
    IN_BASKET.setOpaque(this, basket.size());
    RECEIVING.setRelease(this, false); // Whoever receives next sees the basket as it is.
  }

  /// To be called under the lock.
  private void await(Object who, Waker itsBell) {
    if (waiting instanceof Receive && waiting != who) {
      throw new IllegalStateException(
          "another receive waits on this channel already: it has one receiver, used by one task at"
              + " a time. Let one task receive and pass on, or cancel the other receive first");
    }
    boolean isNew = waiting == null;
    waiting = who;
    bell = itsBell;
    if (isNew) {
      Want.note(who, Pipe::wantOf);
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
    beginToReceive();
    basket.addFirst(value);
    endReceiving();
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

  synchronized boolean hasEnded() {
    return ended;
  }

  synchronized int size() {
    return arrived.size() + (int) IN_BASKET.getOpaque(this);
  }

  /// To be called under the lock.
  private boolean isOver() {
    return arrived.isEmpty() && (closed || senders == 0) && slots.isIdle();
  }

  /// To be called under the lock.
  private Waker takeBell() {
    Waker taken = bell;
    bell = Waker.noop();
    waiting = null;
    return taken;
  }
}
