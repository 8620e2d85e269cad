/// The scheduler named `work-stealing`: a queue and a thread per processor, and whoever has nothing
/// to do takes from those who have. It knows nothing of the engine, only the contract.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.scheduler.workstealing {
  requires transitive dev.wakerobin.api;
  requires static org.jspecify;

  exports dev.wakerobin.scheduler.workstealing;

  provides dev.wakerobin.spi.SchedulerProvider with
      dev.wakerobin.scheduler.workstealing.WorkStealingSchedulerProvider;
}
