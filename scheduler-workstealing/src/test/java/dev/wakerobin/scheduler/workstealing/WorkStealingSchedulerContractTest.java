package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.SchedulerContract;

class WorkStealingSchedulerContractTest extends SchedulerContract {
  @Override
  public SchedulerProvider provider() {
    return new WorkStealingSchedulerProvider();
  }
}
