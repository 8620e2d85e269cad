package dev.wakerobin.sync;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.Optional;
import java.util.function.Supplier;

/// A lock that one task holds at a time, and may hold while it waits for something else.
///
/// ```java
/// Future<Unit> transfer = mutex.withLock(() -> withdrawThenDeposit());
///
/// try (Mutex.Guard guard = await(mutex.lock())) {   // in an async function
///   …
/// }
/// ```
///
/// If nothing is awaited while the lock is held, `synchronized` does as well and is quicker.
///
/// It is fair: first come, first served, counted from the first poll of [#lock()]. A future that is
/// cancelled leaves the line, and if the lock had just been handed to it, the next in line gets it.
/// It is not reentrant: a task that locks it twice waits for itself. All methods may be called from
/// any thread, and a guard may be closed by another task than the one that locked.
///
/// Java drops nothing by itself: a task that is aborted while it holds a guard keeps the lock for
/// ever, unless its future closes the guard in `cancel`. [#withLock(Supplier)] does so.
public final class Mutex {
  private final Permits permits = new Permits(1, this, "Mutex");

  /// A mutex that nobody holds.
  public Mutex() {}

  /// The lock, when it is our turn.
  public Future<Guard> lock() {
    return new Acquire<>(permits) {
      @Override
      String purpose() {
        return "to lock";
      }

      @Override
      Poll<Guard> taken() {
        return Poll.ready(new Guard(permits, this));
      }
    };
  }

  /// The lock if it is free and nobody waits for it; empty otherwise.
  public Optional<Guard> tryLock() {
    return permits.tryTake(1) == Permits.Answer.TAKEN
        ? Optional.of(new Guard(permits, this))
        : Optional.empty();
  }

  /// Does some work while holding the lock, which is let go when the work is done, has failed or is
  /// cancelled. The work is asked for once the lock is held.
  public <T> Future<T> withLock(Supplier<Future<T>> work) {
    return new WhileHolding<>(lock(), work);
  }

  /// Whether somebody holds it.
  public boolean isLocked() {
    return permits.free() == 0;
  }

  @Override
  public String toString() {
    return isLocked() ? "Mutex(locked)" : "Mutex(free)";
  }

  /// A [Mutex] held, until [#close()].
  public static final class Guard extends Held {

    private Guard(Permits permits, Object taker) {
      super(permits, 1, "the lock of", taker);
    }

    /// Lets go of the lock; the next in line gets it. Doing it again does nothing, whoever holds
    /// the lock by then.
    @Override
    public void close() {
      super.close();
    }
  }
}
