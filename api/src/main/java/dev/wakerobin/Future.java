package dev.wakerobin;

/// A value that will be there some time, for those who ask again when the bell rings.
///
/// A future is inert. Nothing happens until it is polled, and polling is usually a runtime's work:
/// hand the future over with `spawn`, or await it from a future that is polled itself.
///
/// ```
///            poll            Pending: the waker of this poll is kept
///   made ──────────▶ polled ◀──────────────┐
///                      │                   │ poll, after the waker rang
///                      ├───────────────────┘
///                      ├─▶ Ready(value)   done: never polled again
///                      ├─▶ throws         failed: never polled again
///                      └─▶ cancel()       nobody wants the value: never polled again
/// ```
///
/// {@figure life}
///
/// The rules, for whoever writes one:
///
/// - `poll` does a little and returns. A poll that blocks or computes for long holds up every other
///   task of its thread.
/// - Answering [Poll.Pending] promises that the waker *of this poll* was kept and will be rung. The
///   waker of an earlier poll may be another one; it is to be replaced.
/// - Being polled without any progress to make is normal (a spurious poll): answer pending again.
/// - `poll` is never called by two threads at once, and each call sees what the last one wrote: a
///   future needs no locks for its own state, only for what it shares with those who ring.
///
/// The shape is that of Rust's `Future`, with two changes that Java asks for: failing is throwing,
/// and [#cancel()] stands where Rust would drop the value.
///
/// @param <T> what this is a future of; [Unit] if there is no value
@FunctionalInterface
public interface Future<T> {

  /// Goes on as far as possible without waiting, and says how far that was.
  ///
  /// @param context holds the waker of this poll and the task's budget
  /// @return ready with the value, or pending if the waker was kept
  /// @throws Exception if this future fails; that is its end, as being ready is
  Poll<T> poll(Context context) throws Exception;

  /// Tells this future that nobody wants its value any more.
  ///
  /// It comes instead of any further poll: at most once, never beside a poll, never after the end,
  /// and also to a future that was never polled. Let go here of what would otherwise be kept:
  /// timers, sockets, places in a queue. A future made of others passes it on to those that have
  /// not ended. Do not wait and do not throw: an exception is reported and changes nothing.
  default void cancel() {}
}
