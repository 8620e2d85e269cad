package dev.wakerobin.runtime;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/// The runtimes of this process that have not been closed, for somebody who comes from outside. It
/// keeps none of them alive.
final class OpenRuntimes {
  /// With the number of each, in the order in which they were built. Guarded by itself.
  private static final Map<Engine, Long> ENGINES = new WeakHashMap<>();

  private static long built; // Guarded by ENGINES.

  private OpenRuntimes() {}

  static void add(Engine engine) {
    synchronized (ENGINES) {
      ENGINES.put(engine, built++);
    }
  }

  static void remove(Engine engine) {
    synchronized (ENGINES) {
      ENGINES.remove(engine);
    }
  }

  /// All, in the order in which they were built.
  static List<Engine> all() {
    synchronized (ENGINES) {
      return ENGINES.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
