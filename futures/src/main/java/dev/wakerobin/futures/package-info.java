/// Futures made of futures, and streams. What users see, and behind it what makes it go:
///
/// ```
///   Futures  Shared                       futures made of futures
///   Pair  Triple  Either  Selected  Outcome      … and what they give
///   Streams ─▷ Pipeline                   where streams come from, and their operators
///   FuturesUnordered                      a set that grows while it is polled
///   ─────────────────────────────────────────────────────────────────────────────────
///   Combined ◀─ Mapped Timeout JoinAll …  lets its children go when it ends
///   Stage    ◀─ MapStage BufferedStage …  the same for streams
///   Child  Source                         a future, a stream, never touched after its end
///   ReadySet ─ Member                     many children: only those that rang are polled
/// ```
///
/// To see how it works read `Combined`, then `Timeout`, then `ReadySet` and `JoinAll`.
package dev.wakerobin.futures;
