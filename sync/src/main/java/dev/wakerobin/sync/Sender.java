package dev.wakerobin.sync;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.util.Objects;

/// The end of a [Channel] that sends. It may be shared by any number of tasks and threads, or each
/// may have a [copy][#copy()] and close it when it is through: the channel ends with the last.
///
/// From a thread outside of all tasks use [#trySend(Object)], or `runtime.blockOn(sender.send(…))`.
///
/// @param <T> what is sent
public final class Sender<T> implements AutoCloseable {
  private final Pipe<T> pipe;
  private volatile boolean closed; // Written under the lock of this.

  Sender(Pipe<T> pipe) {
    this.pipe = pipe;
  }

  /// Sends the value, once there is room. Those who wait for room get it in the order in which they
  /// were first polled.
  ///
  /// Until it is ready nothing has been sent; if it is cancelled, nothing will be. It fails with
  /// [ClosedException] if the receiver closes the channel first. Closing this sender does not touch
  /// what is under way.
  ///
  /// @throws ClosedException if this sender is closed already
  public Future<Unit> send(T value) {
    refuseIfClosed();
    return new Send<>(pipe, Objects.requireNonNull(value, "value"));
  }

  /// Sends the value if there is room now and nobody waits for it. Of an unbounded channel this is
  /// the way to send.
  public TrySend trySend(T value) {
    Objects.requireNonNull(value, "value");
    if (closed) {
      return TrySend.CLOSED;
    }
    return switch (pipe.slots().tryTake(1)) {
      case WAIT -> TrySend.FULL;
      case CLOSED -> TrySend.CLOSED;
      case TAKEN -> {
        try {
          pipe.push(value);
          yield TrySend.SENT;
        } catch (ClosedException _) {
          yield TrySend.CLOSED;
        }
      }
    };
  }

  /// Waits for room as [#send(Object)] does, and keeps it: for values that are costly to make, or
  /// that must not be made if they cannot be sent.
  ///
  /// @throws ClosedException if this sender is closed already
  public Future<Reservation<T>> reserve() {
    refuseIfClosed();
    return new Acquire<>(pipe.slots()) {
      @Override
      String purpose() {
        return "for room in";
      }

      @Override
      String state(Permits slots) {
        return "all of %d taken".formatted(slots.total());
      }

      @Override
      Poll<Reservation<T>> taken() {
        return Poll.ready(new Reservation<>(pipe, this));
      }

      @Override
      ClosedException closed() {
        return Pipe.closedByReceiver();
      }

      @Override
      public void cancel() {
        super.cancel();
        pipe.slotReturned();
      }
    };
  }

  /// Another sender of the same channel, to be closed on its own.
  ///
  /// @throws ClosedException if this sender is closed
  public synchronized Sender<T> copy() {
    refuseIfClosed();
    pipe.enter();
    return new Sender<>(pipe);
  }

  /// Sends nothing more through this sender. When all senders of a channel are closed it ends for
  /// the receiver, once what is in it and under way has been received. Closing again does nothing.
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    pipe.leave();
  }

  /// Whether sending is of no use any more: this sender is closed, or the receiver is.
  public boolean isClosed() {
    return closed || pipe.slots().isClosed();
  }

  /// Ready once the receiver was closed.
  public Future<Unit> receiverClosed() {
    return pipe.receiverClosed().awaitOpen();
  }

  /// How many values could be sent now without waiting.
  public long room() {
    return pipe.slots().free();
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new ClosedException("this sender is closed: make a copy() before closing the last one");
    }
  }
}
