package dev.wakerobin.runtime;

/// The time that a runtime lives by: its sleeps, intervals and events.
///
/// [System][#system()] time passes by itself; a [ManualClock] stands still until a test moves it; a
/// [VirtualClock] stands still while anything runs, and jumps when nothing does.
public sealed interface Clock permits SystemClock, ManualClock, VirtualClock {

  /// Nanoseconds since some fixed moment. Never goes back.
  long nanoTime();

  /// How long a thread with nothing to do may really sleep until `nanos` more have passed on this
  /// clock; [Long#MAX_VALUE] if only [moving][#onMove] the clock brings that moment nearer.
  long realNanos(long nanos);

  /// Runs the listener, on the moving thread, each time this clock is moved other than by time
  /// itself.
  void onMove(Runnable listener);

  /// Forgets a listener.
  void forget(Runnable listener);

  /// The time of [System#nanoTime()].
  static Clock system() {
    return SystemClock.INSTANCE;
  }

  /// A clock that stands still until it is [advanced][ManualClock#advance(Duration)].
  static ManualClock manual() {
    return new ManualClock();
  }

  /// A clock that jumps to the next deadline whenever nothing runs.
  static VirtualClock virtual() {
    return new VirtualClock();
  }
}
