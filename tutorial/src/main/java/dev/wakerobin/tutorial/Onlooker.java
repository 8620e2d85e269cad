package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.RuntimeBuilder;
import dev.wakerobin.trace.Trace;

/// Somebody before whose eyes a chapter is told: learns of every runtime that its programs open.
public interface Onlooker {

  /// A runtime is about to be opened: time to add an instrument to it, or a watchdog.
  ///
  /// @param realTime whether its time passes by itself, and it may be watched
  void opening(RuntimeBuilder builder, boolean realTime);

  /// A program has run without a runtime of the stage, and left this trace.
  default void shown(Trace trace) {}
}
