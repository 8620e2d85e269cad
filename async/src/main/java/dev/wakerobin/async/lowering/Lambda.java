package dev.wakerobin.async.lowering;

/// Where a frame gets what its body has captured.
public enum Lambda {
  /// From a lambda: it is asked.
  LAMBDA,
  /// The body is an object of a class, and has captured itself.
  OBJECT
}
