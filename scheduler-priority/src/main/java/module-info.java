/// The scheduler named `priority`: urgent tasks first, and yet everybody's turn comes. Chapter 13
/// of the book writes it. It knows nothing of the engine, and nothing of futures either.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.scheduler.priority {
  requires transitive dev.wakerobin.api;
  requires static org.jspecify;

  exports dev.wakerobin.scheduler.priority;

  provides dev.wakerobin.spi.SchedulerProvider with
      dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
}
