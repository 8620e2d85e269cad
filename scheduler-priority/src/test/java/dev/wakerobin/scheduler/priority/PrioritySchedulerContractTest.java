package dev.wakerobin.scheduler.priority;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.SchedulerContract;

class PrioritySchedulerContractTest extends SchedulerContract {
  @Override
  public SchedulerProvider provider() {
    return new PrioritySchedulerProvider();
  }
}
