/// Futures made of futures, and streams. What users see, and behind it what makes it go:
///
/// ```
///   Futures ─ Pair Triple Either Selected Outcome  Shared       made of futures, and what they
// give
///   ──────────────────────────────────────────────────────────────────────────────────────────────
///   Combined ◀─ Mapped Then Settled Lazy Timeout JoinAll Select   lets children go at its end
///   Child  Source                    a future, a stream, that is never touched after its end
///   ReadySet ─ Member                many children, of which only those that rang are polled
/// ```
///
/// To see how it works read `Combined`, then `Timeout`, then `ReadySet` and `JoinAll`.
package dev.wakerobin.futures;
