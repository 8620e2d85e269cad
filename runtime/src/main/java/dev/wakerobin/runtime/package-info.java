/// The engine. What users see, and behind it what makes it go:
///
/// ```
///   AsyncRuntime ── RuntimeBuilder         built once, spawns, blocks, closes
///   Tasks  Interval ─ MissedTicks          doors for code that runs inside a task
///   TaskScope  JoinSet  TaskTracker        many tasks at once: bounded, collected, counted
///   TaskLocal                              a value that a future need not be handed
///   Instrument ◀─ Event                    what happens, told to those who listen
///   RuntimeMetrics ◀── Meter               what has been done, in numbers
///   TaskDump ◀── Dumps ─ DumpText  DumpJson    what goes on just now: for a program that hangs
///   DumpAgent ─ OpenRuntimes               the same, asked for from outside of the process
///   Finding ◀── Watchdog                   what looks wrong: LongPoll WakeStorm LostWaker
///   Clock ◀─ ManualClock  VirtualClock     FailurePolicy
///   StalledException  PollRecorder         why nothing goes on; in which order it went
///   ─────────────────────────────────────────────────────────────────────────────
///   Engine                                 the parts behind a runtime
///   TaskCell ─▷ Listed                     one task: its future and its end; where it is listed,
///            ─▷ Awaited ─▷ TaskState       who waits for it, its state
///   Seat                                   what a thread knows: which task it polls, for whom
///   LiveTasks ─ Shard                      all tasks that have not ended
///   EventWatch ─ EventParker ─ Timers      where threads sleep, and what wakes them
///   Idleness ─ Stalls ─ StallReport        when nothing runs, and when nothing ever will
///   Tracking ─ Awaits ─ TrackedWaker       what each task awaits, and who has its waker
///            ─ Unpolled                    the futures that were made in vain
///            ─ Contention ─ Holding        which locks tasks want, and who holds them
///   Reasons  Rings  Spins                  all that in sentences
///   WatchdogThread ─ Watchdog ─ PollWatch ─ PollStack   who looks at polls that last, and where
///                             ─ SpinWatch  LostWakers   tasks that spin; wakers nobody holds
///   MemoryOfTasks ─ TaskLog                what is remembered of each task, if it is asked for
///   Sleep  YieldNow  TimeLimit  BlockingCall   the futures of this module
///   SchedulerLookup  LentContext  Dice     the seam to the scheduler; the seed
///   Shutdown  UnjoinedFailures  Reporter   how it ends, and what must not vanish
/// ```
///
/// To follow one task through it, read
/// [dev.wakerobin.runtime.AsyncRuntime#spawn(dev.wakerobin.Future)], then `TaskCell.run`.
package dev.wakerobin.runtime;
