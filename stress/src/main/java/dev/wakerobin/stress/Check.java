package dev.wakerobin.stress;

/// One thing to check, by one of the tools.
public sealed interface Check permits Model, MemoryTest, Corpus, Programs {
  /// The class that is checked.
  String subject();

  /// What holds; of a weakened variant, its name.
  String says();

  /// Whether it is a variant that was weakened on purpose: then it has to be caught.
  boolean weakened();
}
