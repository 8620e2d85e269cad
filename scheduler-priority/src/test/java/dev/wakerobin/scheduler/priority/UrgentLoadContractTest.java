package dev.wakerobin.scheduler.priority;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.SchedulerContract;

/// The contract once more where it is hardest to keep: the tasks with which the kit tries to starve
/// the others are the urgent ones. And with one worker, so that each single wait is judged.
class UrgentLoadContractTest extends SchedulerContract {
  @Override
  public SchedulerProvider provider() {
    return new PrioritySchedulerProvider(() -> new Lanes(task -> task.name().startsWith("greedy")));
  }

  @Override
  public int parallelism() {
    return 1;
  }
}
