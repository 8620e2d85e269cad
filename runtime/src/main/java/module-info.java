/// The engine: it owns tasks, timers, the clock and blocking calls, and lends them to a scheduler.
///
/// There are no queues and no loop in here: those are the scheduler's, found as a
/// [dev.wakerobin.spi.SchedulerProvider]. Start reading at [dev.wakerobin.runtime.AsyncRuntime].
@org.jspecify.annotations.NullMarked
module dev.wakerobin.runtime {
  requires transitive dev.wakerobin.api;
  requires static org.jspecify;

  exports dev.wakerobin.runtime;

  uses dev.wakerobin.spi.SchedulerProvider;
}
