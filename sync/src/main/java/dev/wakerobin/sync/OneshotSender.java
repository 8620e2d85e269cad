package dev.wakerobin.sync;

import dev.wakerobin.Future;
import dev.wakerobin.Unit;

/// The end of a [Oneshot] that sends.
///
/// @param <T> what is sent
public sealed interface OneshotSender<T> extends AutoCloseable permits Oneshot {

  /// Sends the value. It never waits.
  ///
  /// @return false if the receiver has given up: then the value goes nowhere
  /// @throws IllegalStateException if a value was sent before
  /// @throws ClosedException if this end was closed before
  boolean send(T value);

  /// Gives up sending: if nothing was sent, the receiver fails with [ClosedException]. After a
  /// [#send(Object)], or a second time, it does nothing.
  @Override
  void close();

  /// Whether the receiver has given up, so that sending is of no use.
  boolean isUnwanted();

  /// Ready once the receiver has given up; never, if it gets its value.
  Future<Unit> unwanted();
}
