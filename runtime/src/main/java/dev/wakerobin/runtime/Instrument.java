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
}
