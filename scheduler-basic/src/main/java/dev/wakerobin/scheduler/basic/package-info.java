/// One queue, one loop, the caller's thread. Read `BasicScheduler`, then `ForeignQueue`.
///
/// ```
///   from the thread that drives ───────────────▶ ready  ──▶ run, one after the other
///   from other threads ──▶ ForeignQueue ──all at once──▲
/// ```
package dev.wakerobin.scheduler.basic;
