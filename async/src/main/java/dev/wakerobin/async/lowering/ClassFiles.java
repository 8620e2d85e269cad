package dev.wakerobin.async.lowering;

import java.util.Optional;

/// Where class files are found.
@FunctionalInterface
public interface ClassFiles {

  /// The bytes of a class, by its internal name, as in `java/lang/String`; empty if there are none.
  Optional<byte[]> find(String internalName);
}
