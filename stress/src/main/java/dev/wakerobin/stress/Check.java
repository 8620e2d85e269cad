package dev.wakerobin.stress;

/// One thing to check, by one of the two tools.
public sealed interface Check permits Model, MemoryTest {
  /// The class that is checked.
  String subject();

  /// What holds; of a weakened variant, its name.
  String says();

  /// Whether it is a variant that was weakened on purpose: then it has to be caught.
  boolean weakened();
}
