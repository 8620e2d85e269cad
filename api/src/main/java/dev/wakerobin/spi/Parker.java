package dev.wakerobin.spi;

/// Where a thread of the scheduler sleeps when it has nothing to run, and where events come in.
///
/// One permit lies between [#park()] and [#unpark()], as with
/// [java.util.concurrent.locks.LockSupport]: an unpark that comes first is not lost. Of all the
/// threads that are parked, one watches the timers for all; when it leaves, it hands the watch to
/// another one that is parked.
///
/// A parker belongs to one loop; only one thread at a time may park on it. That this is so in a
/// scheduler which parks looks like this, and rule S6 asks for the second look:
///
/// ```
///   the submitter                      the one who goes to sleep
///   ─────────────                      ─────────────────────────
///   1. push the task                   1. announce: I sleep
///   2. is somebody asleep?             2. look at all queues once more
///      then unpark him                    found one? then stay awake; else park
/// ```
public interface Parker {

  /// Sleeps until there is a permit, which it takes; or until an event was served (a timer has
  /// fired, so there may be a task now); or until the thread is interrupted, which it leaves as it
  /// is. It may also return for no reason.
  void park();

  /// The same, but returns after that many nanoseconds of real time at the latest.
  void parkNanos(long nanos);

  /// Gives the permit, and wakes whoever is parked here. From any thread.
  void unpark();

  /// Serves what is due, without waiting: fires timers, which may hand tasks over from within this
  /// call. A loop that is never idle calls this every few dozen tasks (61, say, as Go and Tokio
  /// do); that costs a look at the clock.
  void serveEvents();

  /// Lets virtual time jump to the next deadline and fires what is due then, although tasks may be
  /// ready: for a scheduler that repeats a run in which time went on beside them. False, and
  /// nothing happens, if no time is set, if blocking calls are under way, or if time is not
  /// virtual.
  default boolean jump() {
    return false;
  }
}
