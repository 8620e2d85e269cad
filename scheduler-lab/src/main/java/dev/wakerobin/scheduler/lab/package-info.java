/// A scheduler whose every decision is known. Read `Lab`, what users set; then `LabScheduler`, the
/// loop.
///
/// ```
///   Lab ─ Order                   what is set: who comes next, and how many workers are shown
///   LabScheduler ─ Baton          the loop, and which of several callers drives it
///   Ready ─ Candidate             who may run, in the order of being handed over, and where
///   Chooser                       who comes next: first, any, ByPriority, Listed
///   Replay                        where a run stands in the recording that it repeats
/// ```
package dev.wakerobin.scheduler.lab;
