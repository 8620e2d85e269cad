package dev.wakerobin.runtime;

/// How tests of single parts put them together; when a constructor changes, tests change here.
final class Seams {
  private Seams() {}

  static Timers timers(RuntimeClock clock) {
    return new Timers(clock, Seams::mustNotHappen);
  }

  static EventWatch watch(RuntimeClock clock, Timers timers) {
    return new EventWatch(clock, timers, new UnjoinedFailures(Seams::mustNotHappen), () -> true);
  }

  static void wakeAll(WakerList list) {
    list.wakeAll(Seams::mustNotHappen);
  }

  private static void mustNotHappen(Throwable problem) {
    throw new AssertionError("reported, and should not have happened", problem);
  }
}
