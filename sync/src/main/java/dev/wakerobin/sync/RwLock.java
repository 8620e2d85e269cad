package dev.wakerobin.sync;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.Optional;
import java.util.function.Supplier;

/// A lock that either many readers hold, or one writer.
///
/// It is fair: first come, first served, counted from the first poll. A writer in line is not
/// overtaken by readers who come after it, so a stream of readers starves no writer. Hence a task
/// that holds a read lock must not wait for another one: a writer may have come in between, and
/// then each waits for the other.
///
/// Inside it is a semaphore, of which a reader takes one permit and a writer all there are;
/// cancelling, threads and guards are therefore as in [Mutex].
public final class RwLock {
  /// How many readers there may be at once, unless said otherwise.
  public static final int MOST_READERS = 1 << 29;

  private final Permits permits;
  private final int all;

  /// A lock that nobody holds, for up to [#MOST_READERS] readers at a time.
  public RwLock() {
    this(MOST_READERS);
  }

  /// A lock that nobody holds.
  ///
  /// @param mostReaders how many may read at the same time; further ones wait
  /// @throws IllegalArgumentException if it is below 1 or above [#MOST_READERS]
  public RwLock(int mostReaders) {
    if (mostReaders < 1 || mostReaders > MOST_READERS) {
      throw new IllegalArgumentException(
          "an RwLock admits from 1 to %d readers, and this would admit %d"
              .formatted(MOST_READERS, mostReaders));
    }
    this.all = mostReaders;
    this.permits = new Permits(mostReaders, this, "RwLock");
  }

  /// The lock for reading, when it is our turn.
  public Future<ReadGuard> read() {
    return new Acquire<>(permits) {
      @Override
      String purpose() {
        return "to read under";
      }

      @Override
      Poll<ReadGuard> taken() {
        return Poll.ready(new ReadGuard(permits, this));
      }
    };
  }

  /// The lock for writing, when it is our turn.
  public Future<WriteGuard> write() {
    return new Acquire<>(permits) {
      @Override
      long need() {
        return all;
      }

      @Override
      String purpose() {
        return "to write under";
      }

      @Override
      Poll<WriteGuard> taken() {
        return Poll.ready(new WriteGuard(permits, all, this));
      }
    };
  }

  /// The lock for reading if no writer holds it and nobody waits; empty otherwise.
  public Optional<ReadGuard> tryRead() {
    return tryTake(1) ? Optional.of(new ReadGuard(permits, this)) : Optional.empty();
  }

  /// The lock for writing if nobody holds it and nobody waits; empty otherwise.
  public Optional<WriteGuard> tryWrite() {
    return tryTake(all) ? Optional.of(new WriteGuard(permits, all, this)) : Optional.empty();
  }

  private boolean tryTake(int count) {
    return permits.tryTake(count) == Permits.Answer.TAKEN;
  }

  /// Does some work while holding the lock for reading, which is let go when the work is done, has
  /// failed or is cancelled.
  public <T> Future<T> withRead(Supplier<Future<T>> work) {
    return new WhileHolding<>(read(), work);
  }

  /// The same for writing.
  public <T> Future<T> withWrite(Supplier<Future<T>> work) {
    return new WhileHolding<>(write(), work);
  }

  @Override
  public String toString() {
    long taken = all - permits.free();
    return "RwLock(" + (taken == 0 ? "free" : taken == all ? "full" : taken + " reading") + ")";
  }

  /// An [RwLock] held for reading, until [#close()].
  public static final class ReadGuard extends Held {

    private ReadGuard(Permits permits, Object taker) {
      super(permits, 1, "a read lock of", taker);
    }

    /// Lets go of the lock. Doing it again does nothing, whoever holds the lock by then.
    @Override
    public void close() {
      super.close();
    }
  }

  /// An [RwLock] held for writing, until [#close()].
  public static final class WriteGuard extends Held {

    private WriteGuard(Permits permits, int all, Object taker) {
      super(permits, all, "the write lock of", taker);
    }

    /// Turns this into a guard for reading, with no writer in between; readers at the head of the
    /// line come in as well.
    ///
    /// @throws IllegalStateException if this guard was closed, or turned already
    public ReadGuard downgrade() {
      long held = empty();
      if (held == 0) {
        throw new IllegalStateException(
            "this guard is closed, or was downgraded before: it holds the lock no more");
      }
      permits().release(held - 1);
      return new ReadGuard(permits(), this);
    }

    /// Lets go of the lock. Doing it again does nothing, whoever holds the lock by then.
    @Override
    public void close() {
      super.close();
    }
  }
}
