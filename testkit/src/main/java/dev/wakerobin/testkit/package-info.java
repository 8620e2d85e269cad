/// The contract as tests. [dev.wakerobin.testkit.SchedulerContract] is what a scheduler's author
/// extends; it is put together from groups of rules, each an interface full of tests.
///
/// ```
///   SchedulerContract ── HandOverRules  ThreadRules ────▶ BareRig      a scheduler, driven by hand
///                     └─ WaitingRules  TaskRules
///                        LifeRules  ProgramRules ───────▶ RuntimeRig   a runtime on it
///                                                            │
///                                                        TraceRecorder   every event, held
///                                                                        against the grammar
/// ```
package dev.wakerobin.testkit;
