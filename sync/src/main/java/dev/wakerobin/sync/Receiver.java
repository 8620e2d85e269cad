package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The end of a [Channel] that receives. It is for one task at a time: while one receive waits,
/// another fails with [IllegalStateException].
///
/// It is also the [Stream] of what is sent, which ends with the channel. Cancelling the stream
/// closes the channel.
///
/// @param <T> what is sent
public final class Receiver<T> implements Stream<T>, AutoCloseable {
  private final Pipe<T> pipe;

  Receiver(Pipe<T> pipe) {
    this.pipe = pipe;
  }

  /// The next value, when there is one; empty once the channel has ended. If it is cancelled, the
  /// value is there for the next receive.
  public Future<Optional<T>> receive() {
    return new Receive.One<>(this, pipe);
  }

  /// As many values as are there, but no more than that, when there is one at least; none once the
  /// channel has ended. It counts as one operation of the task's budget.
  ///
  /// @throws IllegalArgumentException if the number is below 1
  public Future<List<T>> receiveMany(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("receive 1 value or more at a time, not " + most);
    }
    return new Receive.Many<>(this, pipe, most);
  }

  Pipe<T> pipe() {
    return pipe;
  }

  @Override
  public Next<T> pollNext(Context context) {
    return switch (pollReceive(context)) {
      case Poll.Ready<Optional<T>>(Optional<T> value) -> value.map(Next::item).orElseGet(Next::end);
      case Poll.Pending<Optional<T>> _ -> Next.pending();
    };
  }

  /// Closes the channel for the senders, as [#close()] does.
  @Override
  public void cancel() {
    close();
  }

  /// What [#receive()] does, as a poll: for hand-written futures.
  public Poll<Optional<T>> pollReceive(Context context) {
    return poll(this, context);
  }

  Poll<Optional<T>> poll(Object who, Context context) {
    Poll<Optional<T>> answer = take(who, context);
    if (answer instanceof Poll.Ready<Optional<T>>(Optional<T> value) && value.isPresent()) {
      pipe.slots().release(1);
    }
    return answer;
  }

  Poll<List<T>> pollMany(Object who, int most, Context context) {
    return switch (take(who, context)) {
      case Poll.Pending<Optional<T>> _ -> Poll.pending();
      case Poll.Ready<Optional<T>>(Optional<T> first) -> {
        List<T> values = new ArrayList<>();
        first.ifPresent(values::add);
        if (!values.isEmpty()) {
          pipe.drainTo(values, most);
          pipe.slots().release(values.size());
        }
        yield Poll.ready(values);
      }
    };
  }

  /// Takes the first value, whose slot is still to be given back; empty if the channel has ended.
  private Poll<Optional<T>> take(Object who, Context context) {
    T value = pipe.next(who, context.waker());
    if (value == null && !pipe.hasEnded()) {
      return Poll.pending();
    }
    if (!context.tryProceed()) {
      if (value != null) {
        pipe.putBack(value);
      }
      return Poll.pending();
    }
    return Poll.ready(Optional.ofNullable(value));
  }

  /// The next value if there is one now.
  public TryReceive<T> tryReceive() {
    T value = pipe.tryNext();
    if (value != null) {
      pipe.slots().release(1);
      return new TryReceive.Value<>(value);
    }
    return pipe.hasEnded() ? new TryReceive.Ended<>() : new TryReceive.Empty<>();
  }

  /// Lets no more values in: those who wait to send fail with [ClosedException], and so do those
  /// who come. What is in the channel, or has a [Reservation], can still be received. Closing again
  /// does nothing.
  @Override
  public void close() {
    pipe.close();
  }

  /// How many values are there to be received now.
  public int size() {
    return pipe.size();
  }
}
