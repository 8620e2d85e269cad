/// The scheduler named `lab`: deterministic, to find and keep the one order in which a program goes
/// wrong. It runs on the caller's thread, shows as many workers as you like, and knows nothing of
/// the engine, only the contract.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.scheduler.lab {
  requires transitive dev.wakerobin.api;
  requires static org.jspecify;

  exports dev.wakerobin.scheduler.lab;

  provides dev.wakerobin.spi.SchedulerProvider with
      dev.wakerobin.scheduler.lab.Lab;
}
