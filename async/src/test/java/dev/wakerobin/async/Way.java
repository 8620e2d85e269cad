package dev.wakerobin.async;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A way from compiled classes to running bodies. Random programs take each of them.
///
/// @param load loads the classes, so that their bodies run lowered
record Way(String name, Function<Map<String, byte[]>, ClassLoader> load) {
  static final List<Way> ALL =
      List.of(new Way("lazily", classes -> new CaseLoader(classes, false)));
}
