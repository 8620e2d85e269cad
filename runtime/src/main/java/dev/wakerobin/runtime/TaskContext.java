package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.StandIn;

/// What the context of a task takes from its runtime.
interface TaskContext extends Context {

  /// The engine behind the task's runtime.
  Engine engine();

  @Override
  default int random(int bound) {
    return engine().dice().below(bound);
  }

  @Override
  default void report(Throwable problem) {
    engine().report(problem);
  }

  @Override
  default StandIn standIn() {
    return Seat.ofThisThread().lend();
  }
}
