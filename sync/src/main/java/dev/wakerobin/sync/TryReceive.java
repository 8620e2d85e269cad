package dev.wakerobin.sync;

/// What came of an attempt to receive without waiting.
///
/// @param <T> what is received
public sealed interface TryReceive<T> {

  /// There was a value.
  ///
  /// @param value the value
  record Value<T>(T value) implements TryReceive<T> {}

  /// There is nothing just now.
  record Empty<T>() implements TryReceive<T> {}

  /// The channel has ended: there will be nothing any more.
  record Ended<T>() implements TryReceive<T> {}
}
