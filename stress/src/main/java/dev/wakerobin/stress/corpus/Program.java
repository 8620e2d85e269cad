package dev.wakerobin.stress.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Works with a library, and writes down what comes out: bit for bit the same whenever it is run.
///
/// It is loaded twice, each time with a library of its own, so it has a constructor without
/// arguments.
interface Program extends Function<Path, List<String>> {

  /// @param root the folder of the project
  @Override
  List<String> apply(Path root);
}
