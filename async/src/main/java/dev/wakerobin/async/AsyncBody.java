package dev.wakerobin.async;

import java.io.Serializable;

/// The body of an async function: straight-line code that may [Async#await(dev.wakerobin.Future)].
///
/// Write it as a lambda or a method reference and hand it to [Async#async(AsyncBody)]. It is
/// serializable for one reason: a serializable lambda can be asked which method holds its code.
/// Nothing is ever serialized.
///
/// @param <T> what the body returns, never null
@FunctionalInterface
public interface AsyncBody<T> extends Serializable {

  /// The code. It is not called as it stands where it awaits: its lowered form is polled.
  ///
  /// @throws Exception if the future is to fail
  T run() throws Exception;
}
