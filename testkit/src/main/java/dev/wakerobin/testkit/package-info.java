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
///
/// For the author of a scheduler:
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
/// or, without a line of code, `./wakerobin tck --class-path my-classes`. If a random program fails
/// it is printed: give it to [dev.wakerobin.testkit.Program#parse(String)], and run it with
/// [dev.wakerobin.testkit.ProgramRun], on a scheduler whose choices are listed if the order
/// matters.
package dev.wakerobin.testkit;
