package dev.wakerobin.async;

import java.io.Serializable;

/// The body of an async function that returns nothing. All that is said of [AsyncBody] holds.
@FunctionalInterface
public interface AsyncAction extends Serializable {

  /// The code.
  ///
  /// @throws Exception if the future is to fail
  void run() throws Exception;
}
