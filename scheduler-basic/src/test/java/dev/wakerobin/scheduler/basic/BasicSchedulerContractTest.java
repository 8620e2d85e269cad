package dev.wakerobin.scheduler.basic;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.SchedulerContract;

class BasicSchedulerContractTest extends SchedulerContract {
  @Override
  public SchedulerProvider provider() {
    return new BasicSchedulerProvider();
  }
}
