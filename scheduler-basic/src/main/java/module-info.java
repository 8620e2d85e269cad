/// The scheduler named `basic`: a whole event loop on the caller's thread. It starts no thread, and
/// it knows nothing of the engine, only the contract.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.scheduler.basic {
  requires transitive dev.wakerobin.api;
  requires static org.jspecify;

  exports dev.wakerobin.scheduler.basic;

  provides dev.wakerobin.spi.SchedulerProvider with
      dev.wakerobin.scheduler.basic.BasicSchedulerProvider;
}
