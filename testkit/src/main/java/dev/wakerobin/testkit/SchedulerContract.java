package dev.wakerobin.testkit;

import dev.wakerobin.spi.SchedulerProvider;

/// The contract between scheduler and runtime, as tests. Extend it, and it says which rule your
/// scheduler breaks:
///
/// ```java
/// class MySchedulerTest extends SchedulerContract {
///   @Override
///   public SchedulerProvider provider() {
///     return new MySchedulerProvider();
///   }
/// }
/// ```
///
/// The name of each test begins with the number of its rule; [dev.wakerobin.spi.Scheduler] lists
/// the rules. Those that begin with S are tested on the bare scheduler where that can be done, so
/// that nobody else can be at fault.
///
/// ```
/// HandOverRules  S1 schedule, S2 exactly once, S3 visibility, S8 exceptions and interrupts
/// ThreadRules    S5 runUntil, S6 no task waits beside a sleeper, S7 close, S10 idle, S11 traits
/// WaitingRules   S4 bounded waiting, S9 timers under load
/// TraceRules     S12 determinism, of those that declare it
/// RuntimeRules   R1 one hand-over, R2 run never throws, R3 latches, R4 timers without parkers
/// TaskRules      R2 errors, R5 one poll at a time, R7 wakes, R8 cancel, R9 joins, R12 budget
/// WakeRules      R6 no poll after the end, R7 payloads of wakes, R8 races of abort and wake
/// LifeRules      R10 close, R11 timers, R13 instruments, R14 memory
/// ProgramRules   random programs against plain evaluation, and the grammar of the events
/// ```
///
/// `./wakerobin tck` runs the contract against every provider that is found, and prints a line for
/// each [Rule]. Untested: that `schedule` never blocks for a *short* time.
public abstract class SchedulerContract
    implements HandOverRules,
        ThreadRules,
        WaitingRules,
        TraceRules,
        RuntimeRules,
        TaskRules,
        WakeRules,
        LifeRules,
        ProgramRules {

  /// For those who extend it.
  protected SchedulerContract() {}

  /// The scheduler to be tested.
  @Override
  public abstract SchedulerProvider provider();
}
