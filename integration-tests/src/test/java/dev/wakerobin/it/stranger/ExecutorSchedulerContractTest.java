package dev.wakerobin.it.stranger;

import dev.wakerobin.spi.SchedulerProvider;
import dev.wakerobin.testkit.SchedulerContract;

class ExecutorSchedulerContractTest extends SchedulerContract {
  @Override
  public SchedulerProvider provider() {
    return new ExecutorSchedulerProvider();
  }
}
