package dev.wakerobin.tck.zoo;

import dev.wakerobin.testkit.Rule;

/// A plausible bug, made on purpose.
interface Specimen {
  /// The bug in a few words, in capitals.
  String name();

  /// The rule that has to find it.
  Rule rule();

  /// Where it happened outside of this project, as a repository and an issue of it; or a dash, if
  /// we know of none.
  String inTheWild();

  /// Brings it to life and answers the contract that has it under test: a class for
  /// [dev.wakerobin.tck.RuleRun].
  Class<?> contract() throws ReflectiveOperationException;
}
