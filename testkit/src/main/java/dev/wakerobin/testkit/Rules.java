package dev.wakerobin.testkit;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits.Threads;

/// What every group of rules needs to know: whose scheduler is tested.
interface Rules {

  /// The kind of scheduler under test.
  SchedulerProvider provider();

  /// How many workers the tests ask for.
  default int parallelism() {
    return 2;
  }

  /// Whether two tasks can run at the same time.
  default boolean isParallel() {
    return provider().traits().threads() == Threads.OWN && parallelism() > 1;
  }

  /// A bare scheduler, driven by hand.
  default BareRig bare() {
    return new BareRig(provider(), parallelism());
  }

  /// A runtime on that scheduler.
  default RuntimeRig rig() {
    return new RuntimeRig(provider(), parallelism());
  }
}
