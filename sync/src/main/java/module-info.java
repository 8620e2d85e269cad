/// Locks, channels and signals for tasks: what they wait on without blocking a thread.
///
/// It needs the contract alone: no engine, no scheduler, no clock. For waiting with a time limit
/// put a future of this module into a `timeout`; every wait here may be cancelled at any time and
/// loses nothing.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.sync {
  requires transitive dev.wakerobin.api;
  requires static org.jspecify;

  exports dev.wakerobin.sync;
}
