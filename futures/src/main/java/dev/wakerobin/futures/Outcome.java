package dev.wakerobin.futures;

/// How a future has ended, as a value: for those who want to hear of a failure without failing.
///
/// @param <T> what the future gives
public sealed interface Outcome<T> {

  /// It was ready.
  ///
  /// @param value with this value
  record Value<T>(T value) implements Outcome<T> {}

  /// It threw.
  ///
  /// @param cause what it threw
  record Failure<T>(Throwable cause) implements Outcome<T> {}
}
