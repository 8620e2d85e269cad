package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A channel for one value, from one sender to one receiver: usually the answer to a request.
///
/// ```java
/// Oneshot<Integer> answer = new Oneshot<>();
/// runtime.spawn(compute(answer.sender()));      // calls send(42) some time
/// int value = await(answer);
/// ```
///
/// One object is both ends, to save memory where there are millions; hand out only the end that is
/// meant, as a [OneshotSender] or as a [Future]. The ends may be used from different threads.
///
/// ```
///                 send            poll
///   EMPTY ───────────────▶ SENT ──────────▶ TAKEN
///     │ │ close                │
///     │ └────────▶ UNSENT      │ cancel       UNSENT: the receiver fails with ClosedException
///     └─ cancel ─▶ UNWANTED ◀──┘              UNWANTED: send answers false
/// ```
///
/// @param <T> what is sent
public final class Oneshot<T> implements OneshotSender<T>, Future<T> {

  private enum State {
    EMPTY,
    SENT,
    TAKEN,
    UNSENT,
    UNWANTED
  }

  private State state = State.EMPTY; // This and the rest are guarded by this.
  private @Nullable T value;
  private Waker bell = Waker.noop();
  private @Nullable Gate unwanted; // Made for the first who asks.

  /// One with nothing in it.
  public Oneshot() {
    Want.made(this);
  }

  /// The end that sends: this object.
  public OneshotSender<T> sender() {
    return this;
  }

  // ---- The sender

  @Override
  public boolean send(T value) {
    Objects.requireNonNull(value, "value");
    Waker waiting;
    synchronized (this) {
      switch (state) {
        case UNWANTED -> {
          return false;
        }
        case UNSENT -> throw new ClosedException("this sender is closed: it sends nothing more");
        case SENT, TAKEN ->
            throw new IllegalStateException(
                "a oneshot carries one value, and this is the second: use a Channel for more");
        case EMPTY -> {}
      }
      state = State.SENT;
      this.value = value;
      waiting = takeBell();
    }
    Bells.ring(waiting);
    return true;
  }

  @Override
  public void close() {
    Waker waiting;
    synchronized (this) {
      if (state != State.EMPTY) {
        return;
      }
      state = State.UNSENT;
      waiting = takeBell();
    }
    Bells.ring(waiting);
  }

  @Override
  public synchronized boolean isUnwanted() {
    return state == State.UNWANTED;
  }

  @Override
  public Future<Unit> unwanted() {
    return unwantedGate().awaitOpen();
  }

  private synchronized Gate unwantedGate() {
    Gate gate = unwanted;
    if (gate == null) {
      gate = new Gate();
      unwanted = gate;
      if (state == State.UNWANTED) {
        gate.open(); // Nobody waits for it yet, so nobody is rung under the lock.
      }
    }
    return gate;
  }

  // ---- The receiver

  /// Ready with the value once it has been sent.
  ///
  /// @throws ClosedException if the sender was closed without sending
  @Override
  public Poll<T> poll(Context context) {
    if (!isSentOrWaits(context.waker()) || !context.tryProceed()) {
      return Poll.pending();
    }
    return Poll.ready(take());
  }

  private synchronized boolean isSentOrWaits(Waker waiting) {
    if (state == State.EMPTY) {
      boolean isNew = bell == Waker.noop();
      bell = waiting;
      if (isNew) {
        Want.note(this, Oneshot::want);
      }
      return false;
    }
    return true;
  }

  /// What the receiver waits for, if it does.
  private synchronized Optional<Want> want() {
    return state == State.EMPTY && bell != Waker.noop()
        ? Optional.of(
            new Want(
                "for the value of", this, "Oneshot", "its sender has neither sent nor been closed"))
        : Optional.empty();
  }

  /// To be called when the state is not EMPTY.
  private synchronized T take() {
    T taken = value;
    if (taken == null) {
      throw switch (state) {
        case UNSENT ->
            new ClosedException("the sender was closed, and had sent nothing into this oneshot");
        case EMPTY, SENT, TAKEN, UNWANTED ->
            new IllegalStateException(
                "this oneshot has been received from already, or was cancelled");
      };
    }
    value = null;
    state = State.TAKEN;
    return taken;
  }

  /// The value if it has been sent; empty if it may still come.
  ///
  /// @throws ClosedException if the sender was closed without sending
  /// @throws IllegalStateException if the value was received before, or the receiver has given up
  public synchronized Optional<T> tryReceive() {
    return state == State.EMPTY ? Optional.empty() : Optional.of(take());
  }

  /// A future of the value that may be cancelled without giving up: the value, sent already or
  /// later, can still be received. So this is what to put into a `select` that goes round.
  public Future<T> receive() {
    return new Future<>() {
      @Override
      public Poll<T> poll(Context context) {
        return Oneshot.this.poll(context);
      }

      @Override
      public void cancel() {
        stopWaiting();
      }
    };
  }

  private synchronized void stopWaiting() {
    bell = Waker.noop();
  }

  /// Gives up: nobody wants the value any more, and the sender may see so. A value that was sent
  /// but not received is let go.
  @Override
  public void cancel() {
    Gate toOpen;
    synchronized (this) {
      if (state != State.EMPTY && state != State.SENT) {
        return;
      }
      state = State.UNWANTED;
      value = null;
      bell = Waker.noop();
      toOpen = unwanted;
    }
    if (toOpen != null) {
      toOpen.open();
    }
  }

  private Waker takeBell() {
    Waker waiting = bell;
    bell = Waker.noop();
    return waiting;
  }
}
