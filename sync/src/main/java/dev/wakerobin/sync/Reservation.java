package dev.wakerobin.sync;

import java.util.Objects;

/// Room for one value in a [Channel], kept until it is used or closed.
///
/// @param <T> what is sent
public final class Reservation<T> extends Held {
  private final Pipe<T> pipe;

  Reservation(Pipe<T> pipe, Object taker) {
    super(pipe.slots(), 1, "room in", taker);
    this.pipe = pipe;
  }

  /// Sends a value, without waiting. It gets through even if the receiver has closed the channel
  /// since: who drains a closed channel waits for those who have reserved.
  ///
  /// @throws IllegalStateException if this reservation was used or closed
  public void send(T value) {
    Objects.requireNonNull(value, "value");
    if (empty() == 0) {
      throw new IllegalStateException(
          "this reservation was used or closed: make one for each value");
    }
    pipe.push(value);
  }

  /// Gives the room back, if it was not used. Doing it again does nothing.
  @Override
  public void close() {
    super.close();
    pipe.slotReturned();
  }
}
