/// One line for all workers. Read [dev.wakerobin.scheduler.priority.Lanes], then
/// `PriorityScheduler`.
///
/// ```
///                   Line: whose turn is it?
///   schedule ──▶   urgent    ──▶ ──▶ ──▶ ──┐  four at most,      ┌─▶ worker 0
///                  ordinary  ──▶ ──▶ ──▶ ──┴─ then one of these ─┴─▶ worker 1 ...
/// ```
package dev.wakerobin.scheduler.priority;
