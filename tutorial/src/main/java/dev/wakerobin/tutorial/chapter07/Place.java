package dev.wakerobin.tutorial.chapter07;

/// Where the Fibonacci numbers are computed.
enum Place {
  /// Nowhere: how long a healthy heart is silent.
  NOWHERE("nowhere"),
  /// In one task, while other workers are free.
  ONE_TASK("in one task"),
  /// In as many tasks as there are workers.
  TASKS("in a task on each worker"),
  /// Likewise, but in slices.
  SLICES("  cure 1: slices that yield"),
  /// On the pool for computations.
  COMPUTATION("  cure 2: spawnComputation"),
  /// In tasks of another runtime.
  OTHER_RUNTIME("  cure 3: another runtime");

  private final String words;

  Place(String words) {
    this.words = words;
  }

  /// As the table has it.
  String words() {
    return words;
  }
}
