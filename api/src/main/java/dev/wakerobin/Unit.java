package dev.wakerobin;

/// The value of a future that has none to give. Values are never null; this stands where other
/// languages write `void` or `()`.
public enum Unit {
  /// The only value there is.
  UNIT
}
