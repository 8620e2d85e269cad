package dev.wakerobin.learn;

import java.util.Map;

/// What became of source files that were compiled.
sealed interface Compilation {

  /// It has gone well.
  ///
  /// @param classes the class files by their names
  record Compiled(Map<String, byte[]> classes) implements Compilation {}

  /// There are errors.
  ///
  /// @param complaints what javac says, as it says it
  record Refused(String complaints) implements Compilation {}
}
