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

  /// Asks for another poll of this future after this one, in its turn: the same as ringing
  /// [#waker()], and in a task cheaper. For a future that lets the others go first, and answers
  /// pending now.
  ///
  /// To be called by the polling thread, during the poll.
  default void pollAgain() {
    waker().wake();
  }

  /// A number from zero to below `bound`, drawn from the runtime's seed: for a future that has to
  /// choose whom to ask first, and would always favour the same one otherwise. One drawing of lots
  /// in a run with the same seed and order of polls gives the same number again.
  ///
  /// A context that was made by hand has no seed and answers zero.
  ///
  /// @param bound how many there are to choose from, at least 1
  default int random(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("there must be a choice of 1 or more, not of " + bound);
    }
    return 0;
  }

  /// Tells the runtime's reporter about something that went wrong and that nobody could be told by
  /// throwing: an exception out of the `cancel()` of one who lost a race, say, when the winner's
  /// value is what has to be answered. Never throws.
  ///
  /// A context that was made by hand hands it to the thread's handler of uncaught exceptions.
  default void report(Throwable problem) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
  }

  /// How another thread takes the place of this one, to do a part of this poll while this one waits
  /// for it. To be called by the polling thread; good until the poll ends.
  ///
  /// A context that was made by hand has nothing to pass on.
  default StandIn standIn() {
    return StandIn.NOBODY;
  }

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
