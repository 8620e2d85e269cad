package dev.wakerobin.scheduler.lab;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.SchedulerContract;

class LabContractTest extends SchedulerContract {
  @Override
  public SchedulerProvider provider() {
    return Lab.provider();
  }
}
