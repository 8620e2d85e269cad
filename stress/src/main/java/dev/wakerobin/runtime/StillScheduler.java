package dev.wakerobin.runtime;

import dev.wakerobin.spi.Parker;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import java.util.ArrayList;
import java.util.List;

/// A scheduler that runs nothing, around a clock that stands still unless it is moved: what is left
/// are the parkers that a runtime lends.
final class StillScheduler implements SchedulerProvider, Scheduler {
  final ManualClock clock = Clock.manual();
  final List<Parker> parkers = new ArrayList<>();
  final AsyncRuntime runtime;

  /// With so many parkers, lent by a runtime of its own.
  StillScheduler(int parkers) {
    runtime =
        AsyncRuntime.builder().scheduler(this).parallelism(parkers).clock(clock).seed(1).build();
  }

  @Override
  public String name() {
    return "still";
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    for (int i = 0; i < context.parallelism(); i++) {
      parkers.add(context.newParker());
    }
    return this;
  }

  @Override
  public void schedule(ReadyTask task) {}

  @Override
  public void close() {}
}
