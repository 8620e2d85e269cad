package dev.wakerobin.sync;

import dev.wakerobin.spi.Hold;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Some permits in somebody's hands, to be given back once and only once.
abstract class Held implements AutoCloseable {
  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(Held.class, "count", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Permits permits;
  private final Hold hold;
  // How many are still held. Two threads that close at the same time must not both give back, so it
  // is emptied by an exchange.
  private volatile long count;

  /// @param part what of their owner it is, as in “the lock of”
  /// @param taker the future that took them, or whatever else did
  Held(Permits permits, long count, String part, Object taker) {
    this.permits = permits;
    this.hold = permits.hold(taker, part);
    COUNT.set(this, count); // A volatile write is a fence, and nobody else sees this yet.
  }

  final Permits permits() {
    return permits;
  }

  final long count() {
    return count;
  }

  /// Takes everything out of these hands, and answers how much it was.
  final long empty() {
    hold.released();
    return (long) COUNT.getAndSet(this, 0L);
  }

  /// Takes so many out of these hands. False, and nothing is changed, if there are fewer.
  final boolean tryRemove(long some) {
    while (true) {
      long seen = count;
      if (seen < some) {
        return false;
      }
      if (COUNT.compareAndSet(this, seen, seen - some)) {
        return true;
      }
    }
  }

  /// Gives back what is held. Doing it again does nothing, so it cannot let go of what somebody
  /// else holds by now. It may be done from any thread.
  @Override
  public void close() {
    long some = empty();
    if (some > 0) {
      permits.release(some);
    }
  }
}
