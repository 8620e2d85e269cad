/// Futures made of futures, and streams with their operators.
///
/// There is no engine in here, no thread and no clock: what is made here does nothing until it is
/// polled. Where time is needed it is handed in, as a future that is ready when the time has come
/// (`Tasks.sleep` of `dev.wakerobin.runtime` makes such); where something has to be spawned, the
/// way to spawn is.
@org.jspecify.annotations.NullMarked
module dev.wakerobin.futures {
  requires transitive dev.wakerobin.api;
  requires static org.jspecify;

  exports dev.wakerobin.futures;
}
