package dev.wakerobin;

import java.util.Objects;

/// What a poll is given: the waker to keep, and the task's budget.
///
/// Use it during the poll it was given to. The [waker][#waker()] may be kept; the context may not.
public interface Context {

  /// The waker of this poll. A future that is about to answer [Poll.Pending] keeps it.
  Waker waker();

  /// Asks whether this task may do one more operation in this poll.
  ///
  /// A task that always finds its channel full or its socket readable would never answer pending,
  /// and starve the others. So each poll has a budget of operations, and the futures at the leaves
  /// (channels, locks, sockets, timers, joins) ask before they answer ready:
  ///
  /// ```java
  /// if (queue.isEmpty()) { keep(context.waker()); return Poll.pending(); }
  /// if (!context.tryProceed()) { return Poll.pending(); }
  /// return Poll.ready(queue.remove());
  /// ```
  ///
  /// The idea is Tokio's (“Reducing tail latencies with automatic cooperative task yielding”,
  /// 2020).
  ///
  /// @return true if there was budget left, which is one smaller now; false if there is none: then
  ///     the waker has been rung already, and the future answers pending to be polled again soon
  boolean tryProceed();

  /// This context with another waker, on the same budget. For a future that polls several others
  /// and wants to know which of them rang.
  default Context withWaker(Waker waker) {
    return new DerivedContext(this, Objects.requireNonNull(waker, "waker"));
  }

  /// A context to poll a future by hand, with a budget that never ends.
  static Context of(Waker waker) {
    return new HandContext(Objects.requireNonNull(waker, "waker"));
  }
}
