package dev.wakerobin.runtime;

/// Sees everything that happens to the tasks and workers of a runtime, in order and as it happens.
///
/// It is called on the thread where the event happens, often by several threads at once, so it has
/// to be thread-safe and quick, and must not call the runtime back. One that throws is reported and
/// removed, and the run goes on. A runtime without instruments does not even make the events.
///
/// The idea is Trio's (`trio.abc.Instrument`).
@FunctionalInterface
public interface Instrument {

  /// Something happened.
  void on(Event event);

  /// The runtime's [watchdog][RuntimeBuilder#watchdog(java.time.Duration)] has found something.
  /// This comes from the watchdog's thread, and is no part of the events' grammar. By default
  /// nothing.
  default void found(Finding finding) {}

  /// The calling thread begins a call that was given to `spawnBlocking` or `spawnComputation`.
  /// This, too, is no part of the grammar: such threads are no workers. By default nothing.
  default void callStarted(CallKind kind) {}

  /// The call has ended, with a value or by throwing; told on the same thread. By default nothing.
  default void callEnded(CallKind kind) {}

  /// A call that is made for a task, on another thread than a worker's.
  enum CallKind {
    /// It was given to `spawnBlocking`.
    BLOCKING,
    /// It was given to `spawnComputation`.
    COMPUTATION
  }
}
