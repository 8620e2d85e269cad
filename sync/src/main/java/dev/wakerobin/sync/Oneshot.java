package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
///   EMPTY ───────────────▶ Sent ──────────▶ TAKEN
///     │ │ close                │
///     │ └────────▶ UNSENT      │ cancel       UNSENT: the receiver fails with ClosedException
///     └─ cancel ─▶ UNWANTED ◀──┘              UNWANTED: send answers false
/// ```
///
/// @param <T> what is sent
public final class Oneshot<T> implements OneshotSender<T>, Future<T> {

  private enum Mark {
    EMPTY,
    TAKEN,
    UNSENT,
    UNWANTED
  }

  private record Sent<T>(T value) {}

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Oneshot.class, "state", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// A mark, a [Sent], or the waker of who waits, which stands in place of EMPTY. Each step is one
  /// compare-and-set. With a lock around four fields, a ping-pong over two oneshots took 116 ns of
  /// processor time and not 97 on one thread, 347 and not 289 on two workers.
  private volatile Object state = Mark.EMPTY;

  private @Nullable Gate unwanted; // Made for the first who asks. Guarded by this.

  /// One with nothing in it.
  public Oneshot() {
    Want.made(this);
  }

  /// The end that sends: this object.
  public OneshotSender<T> sender() {
    return this;
  }

  /// Whether a value may still be sent.
  private static boolean isOpen(Object state) {
    return state == Mark.EMPTY || state instanceof Waker;
  }

  // ---- The sender

  @Override
  public boolean send(T value) {
    Object found = settle(new Sent<>(Objects.requireNonNull(value, "value")));
    if (found == Mark.UNSENT) {
      throw new ClosedException("this sender is closed: it sends nothing more");
    }
    if (found == Mark.TAKEN || found instanceof Sent) {
      throw new IllegalStateException(
          "a oneshot carries one value, and this is the second: use a Channel for more");
    }
    return found != Mark.UNWANTED;
  }

  @Override
  public void close() {
    settle(Mark.UNSENT);
  }

  /// Goes on to that state if it is open, and rings who waits; answers the state it was in.
  private Object settle(Object next) {
    while (true) {
      Object seen = state;
      if (!isOpen(seen)) {
        return seen;
      }
      if (STATE.compareAndSet(this, seen, next)) {
        if (seen instanceof Waker waiting) {
          Bells.ring(waiting);
        }
        return seen;
      }
    }
  }

  @Override
  public boolean isUnwanted() {
    return state == Mark.UNWANTED;
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
      if (isUnwanted()) {
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
    if (waits(context.waker()) || !context.tryProceed()) {
      return Poll.pending();
    }
    return Poll.ready(take());
  }

  /// True if the value may still come: then this waker is rung.
  private boolean waits(Waker waker) {
    while (true) {
      Object seen = state;
      if (!isOpen(seen)) {
        return false;
      }
      if (seen == waker) {
        return true;
      }
      if (STATE.compareAndSet(this, seen, waker)) {
        if (seen == Mark.EMPTY) {
          Want.note(this, Oneshot::want);
        }
        return true;
      }
    }
  }

  /// What the receiver waits for, if it does.
  private Optional<Want> want() {
    return state instanceof Waker
        ? Optional.of(
            new Want(
                "for the value of", this, "Oneshot", "its sender has neither sent nor been closed"))
        : Optional.empty();
  }

  /// To be called when it is not open any more.
  @SuppressWarnings("unchecked") // What is sent is a T.
  private T take() {
    Object seen = state;
    if (seen instanceof Sent<?> sent && STATE.compareAndSet(this, seen, Mark.TAKEN)) {
      return (T) sent.value();
    }
    if (seen == Mark.UNSENT) {
      throw new ClosedException("the sender was closed, and had sent nothing into this oneshot");
    }
    throw new IllegalStateException(
        "this oneshot has been received from already, or was cancelled");
  }

  /// The value if it has been sent; empty if it may still come.
  ///
  /// @throws ClosedException if the sender was closed without sending
  /// @throws IllegalStateException if the value was received before, or the receiver has given up
  public Optional<T> tryReceive() {
    return isOpen(state) ? Optional.empty() : Optional.of(take());
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

  private void stopWaiting() {
    Object seen = state;
    if (seen instanceof Waker) {
      STATE.compareAndSet(this, seen, Mark.EMPTY); // Or else it was sent at this very moment.
    }
  }

  /// Gives up: nobody wants the value any more, and the sender may see so. A value that was sent
  /// but not received is let go.
  @Override
  public void cancel() {
    Object seen = state;
    while (isOpen(seen) || seen instanceof Sent) {
      if (STATE.compareAndSet(this, seen, Mark.UNWANTED)) {
        openGate();
        return;
      }
      seen = state;
    }
  }

  private void openGate() {
    Gate gate;
    synchronized (this) {
      gate = unwanted;
    }
    if (gate != null) {
      gate.open();
    }
  }
}
