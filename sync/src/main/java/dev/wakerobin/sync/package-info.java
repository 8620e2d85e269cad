/// What tasks wait on instead of blocking a thread: locks, channels and signals.
///
/// ```
///   Semaphore ── Permit          so many at a time, in turn
///   Mutex  RwLock                one at a time; or many who read
///   Channel ── Sender, Receiver  many send, one receives; bounded or not
///   Oneshot ── OneshotSender     one value, once
///   Broadcast                    each value to everybody; the slow are told what they missed
///   Watch                        the latest value, and when it changes
///   Notify                       something has changed: look
///   Barrier                      all wait for the last
///   OnceCell                     made by the first who asks
///   CancellationToken            stop, you and your children
///   ─────────────────────────────────────────────────────────────────────────
///   Waiters ─ Waiter             the line that all of them stand in
///   Bells                        wakers, to be rung when the lock is open
///   Permits ─ Acquire ─ Held     what semaphore, locks and channels are made of
///   Pipe ─ Send ─ Receive        permits and a queue: a channel
///   Gate                         opens once
///   Following                    one receive after the other: a stream
/// ```
///
/// Read `Waiters` first, then `Notify`, which is little more than a line, then `Permits` and
/// `Semaphore`, and `Pipe` last.
///
/// What holds for all of them:
///
/// - **Cancelling loses nothing.** A future that waits is a place in line. When its turn comes it
///   is handed what it waits for, and only then rung; if it is cancelled before it is polled again,
///   the next in line gets it.
/// - **First come, first served**, where it matters: counted from the first poll, for a future does
///   nothing before.
/// - **Closing wakes everybody**, and closing twice does nothing.
/// - **Every wait takes part in the task's budget** ([dev.wakerobin.Context#tryProceed()]): what
///   never has to wait is made to yield all the same, and keeps what it has taken meanwhile.
/// - **Wakers are rung outside of all locks**, and one that throws disturbs neither the other
///   wakers nor the caller.
/// - **Nothing is dropped by itself**, other than in Rust: guards, permits and senders are to be
///   closed, and a future to be cancelled if it is not polled to its end.
package dev.wakerobin.sync;
