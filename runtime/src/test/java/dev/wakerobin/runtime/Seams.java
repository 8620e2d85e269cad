package dev.wakerobin.runtime;

import java.util.List;

/// How tests of single parts put them together; when a constructor changes, tests change here.
final class Seams {
  private Seams() {}

  static Timers timers(RuntimeClock clock) {
    return new Timers(clock, Seams::mustNotHappen);
  }

  static EventWatch watch(RuntimeClock clock, Timers timers) {
    return new EventWatch(clock, timers, new UnjoinedFailures(Seams::mustNotHappen), () -> true);
  }

  /// Makes a call that nobody is told of.
  static void start(BlockingCall<?> call) {
    RuntimeClock clock = new RuntimeClock(Clock.manual());
    call.start(
        new Instruments(List.of(), clock, Seams::mustNotHappen, null, MemoryOfTasks.NONE),
        Instrument.CallKind.BLOCKING);
  }

  static void wakeAll(WakerList list) {
    list.wakeAll(Seams::mustNotHappen);
  }

  private static void mustNotHappen(Throwable problem) {
    throw new AssertionError("reported, and should not have happened", problem);
  }
}
