package dev.wakerobin.tutorial;

import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.runtime.Clock;
import dev.wakerobin.runtime.Instrument;
import dev.wakerobin.runtime.VirtualClock;
import java.time.Duration;

/// Work that takes its time and never waits, as `fib` does. In virtual time it moves the clock on
/// and is over at once; in real time it keeps the thread that long.
///
/// @param stage where the programs run that do this work
/// @param clock theirs, in virtual time
public record Computing(Stage stage, VirtualClock clock) {

  /// For programs on that stage.
  public static Computing on(Stage stage) {
    return new Computing(stage, Clock.virtual());
  }

  /// Opens a runtime in which this work takes time. Close it.
  ///
  /// @throws Complaint if there is no such scheduler, or the environment asks for nonsense
  public AsyncRuntime open(Instrument... instruments) throws Complaint {
    return stage.openLab(clock, instruments);
  }

  /// Computes for that long, on the calling thread.
  public void lasting(Duration length) {
    if (!stage.real()) {
      clock.advance(length);
      return;
    }
    long start = System.nanoTime();
    while (System.nanoTime() - start < length.toNanos()) {
      Thread.onSpinWait();
    }
  }
}
