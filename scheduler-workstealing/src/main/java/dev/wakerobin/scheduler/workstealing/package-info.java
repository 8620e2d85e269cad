/// A work-stealing scheduler in five pieces. Read `WorkStealingScheduler` first: its notes say why
/// it is hard.
///
/// ```
///                 foreign threads
///                       │ schedule
///                       ▼
///                  ┌──────────┐
///        ┌─────────│ Injector │◀────────┐  half a ring, when one is full
///        │ batch   └──────────┘  batch  │
///        ▼                              ▼
///   ┌─ Worker 0 ─┐   steal half    ┌─ Worker 1 ─┐
///   │ slot  ring │◀────────────────│ slot  ring │        Idle: who sleeps, who searches
///   └────────────┘                 └────────────┘
/// ```
package dev.wakerobin.scheduler.workstealing;
