package dev.wakerobin.trace;

/// A place where a trace breaks the grammar of [dev.wakerobin.runtime.Event].
///
/// @param tick of the event that does not fit
/// @param rule which law it breaks
/// @param message what was found, and what could have come instead
public record Fault(long tick, Rule rule, String message) {

  /// The laws of a trace. Each holds for every beginning of a trace as well.
  public enum Rule {
    /// T1 The events of a task form a life: spawned; woken and polled in turns; ended once.
    LIFE_OF_A_TASK("T1 life of a task"),
    /// T2 A poll ends on the worker where it began.
    POLL_STAYS("T2 a poll stays where it is"),
    /// T3 Whoever spawns or rings has been spawned.
    RINGER_EXISTS("T3 who rings exists"),
    /// T4 A task is polled only after it was woken. On real threads a wake from a foreign thread
    /// may be missing at the end of a trace: that thread has rung, and not told yet.
    POLL_HAS_A_WAKE("T4 a poll has a wake"),
    /// W1 The events of a worker form a shift: started; polling, stealing or parked; stopped.
    SHIFT_OF_A_WORKER("W1 shift of a worker"),
    /// W2 A worker ends the poll that it began, of that task.
    ONE_POLL_AT_A_TIME("W2 one poll at a time"),
    /// W3 A steal takes at least one task, from another worker.
    STEAL_MAKES_SENSE("W3 a steal makes sense"),
    /// W4 Time does not go back on a worker.
    TIME_GOES_ON("W4 time goes on");

    private final String title;

    Rule(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /// As messages show it: `tick 17 (T1 life of a task): …`.
  @Override
  public String toString() {
    return "tick " + tick + " (" + rule + "): " + message;
  }
}
