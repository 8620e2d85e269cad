package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Scheduler;
import dev.wakerobin.spi.SchedulerContext;
import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.spi.SchedulerTraits;

/// Runs tasks on as many threads as the runtime's parallelism says, each with a queue of its own; a
/// thread that has nothing to do takes half of another one's queue. The default for applications.
public final class WorkStealingSchedulerProvider implements SchedulerProvider {

  /// For the service loader.
  public WorkStealingSchedulerProvider() {}

  @Override
  public String name() {
    return "work-stealing";
  }

  @Override
  public Scheduler create(SchedulerContext context) {
    return new WorkStealingScheduler(context);
  }

  @Override
  public SchedulerTraits traits() {
    return SchedulerTraits.onOwnThreads().withFairness(WorkStealingScheduler::mostPollsBetween);
  }
}
