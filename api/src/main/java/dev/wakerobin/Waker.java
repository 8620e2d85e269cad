package dev.wakerobin;

/// The bell of a task: ringing it gets the task polled again.
///
/// A future that answers [Poll.Pending] keeps the waker of that poll, and whatever it waits for
/// rings it. What a waker promises:
///
/// - It may be rung from any thread, at any time, as often as you like: also during the poll it
///   came from, after the task has ended, and after the runtime was closed. It never blocks and
///   never throws.
/// - Every ring is followed by a poll, unless the task has ended. Rings coalesce: many before a
///   poll lead to one poll. A ring during a poll leads to another poll after it.
/// - What the ringing thread wrote before is visible to the poll that follows, even if the ring
///   changed nothing because somebody else had rung already.
///
/// The wakers of one task may be compared with `==`: the same object wakes the same task.
///
/// A task that rings its own bell three times, and is polled once more for each:
///
/// {@figure timeline 1 2}
@FunctionalInterface
public interface Waker {

  /// Rings the bell.
  void wake();

  /// A bell that nobody hears, to poll a future by hand and look at its answer.
  static Waker noop() {
    return NoopWaker.INSTANCE;
  }
}
