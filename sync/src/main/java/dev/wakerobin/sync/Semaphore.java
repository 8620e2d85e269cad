package dev.wakerobin.sync;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.Optional;
import java.util.function.Supplier;

/// A number of permits, of which each holder takes one or more and gives them back: the way to let
/// only so many do something at the same time.
///
/// ```java
/// Semaphore connections = new Semaphore(10);
/// Future<Reply> reply = connections.withPermit(() -> request(url));
/// ```
///
/// It is fair: permits are given in the order in which they were first asked for, that is, in which
/// the futures were first polled. Who wants many is not overtaken by those who want few, so a large
/// request at the head of the line holds up the small ones behind it.
///
/// A future that is cancelled leaves the line; if it had just been given its permits, the next in
/// line gets them. All methods may be called from any thread. The semantics are those of Tokio's
/// `Semaphore`.
public final class Semaphore {
  /// The greatest number of permits that a semaphore can have.
  public static final long MOST_PERMITS = Permits.MOST;

  private final Permits permits;

  /// A semaphore with so many permits. With none it is a gate that [#addPermits(long)] opens.
  ///
  /// @throws IllegalArgumentException if the number is negative or above [#MOST_PERMITS]
  public Semaphore(long permits) {
    if (permits < 0 || permits > MOST_PERMITS) {
      throw new IllegalArgumentException(
          "a semaphore has from 0 to %d permits, and this would have %d"
              .formatted(MOST_PERMITS, permits));
    }
    this.permits = new Permits(permits, this, "Semaphore");
  }

  /// One permit, when it is our turn; fails with [ClosedException] once the semaphore is closed.
  public Future<Permit> acquire() {
    return acquire(1);
  }

  /// So many permits at once, when it is our turn; fails with [ClosedException] once the semaphore
  /// is closed. If there never are so many, it waits for ever, and all others behind it.
  ///
  /// @throws IllegalArgumentException if the number is negative or above [#MOST_PERMITS]
  public Future<Permit> acquire(long count) {
    checkWeight(count);
    return new Acquire<>(permits) {
      @Override
      long need() {
        return count;
      }

      @Override
      String purpose() {
        return "for " + count + (count == 1 ? " permit" : " permits") + " of";
      }

      @Override
      String state(Permits itsPermits) {
        return "%d of %d free".formatted(itsPermits.free(), itsPermits.total());
      }

      @Override
      Poll<Permit> taken() {
        return Poll.ready(new Permit(permits, count, this));
      }

      @Override
      ClosedException closed() {
        return Semaphore.closed();
      }
    };
  }

  /// One permit if one is free and nobody waits; empty otherwise.
  ///
  /// @throws ClosedException if the semaphore is closed
  public Optional<Permit> tryAcquire() {
    return tryAcquire(1);
  }

  /// So many permits if they are free and nobody waits; empty otherwise.
  ///
  /// @throws ClosedException if the semaphore is closed
  /// @throws IllegalArgumentException if the number is negative or above [#MOST_PERMITS]
  public Optional<Permit> tryAcquire(long count) {
    checkWeight(count);
    return switch (permits.tryTake(count)) {
      case TAKEN -> Optional.of(new Permit(permits, count, this));
      case WAIT -> Optional.empty();
      case CLOSED -> throw closed();
    };
  }

  /// Does some work while holding a permit, which is given back when the work is done, has failed
  /// or is cancelled. The work is asked for once the permit is there.
  public <T> Future<T> withPermit(Supplier<Future<T>> work) {
    return withPermits(1, work);
  }

  /// The same with so many permits.
  ///
  /// @throws IllegalArgumentException if the number is negative or above [#MOST_PERMITS]
  public <T> Future<T> withPermits(long count, Supplier<Future<T>> work) {
    return new WhileHolding<>(acquire(count), work);
  }

  /// Makes new permits, and gives them to those who wait.
  ///
  /// @throws IllegalArgumentException if the number is negative, or if there would be more than
  ///     [#MOST_PERMITS], free and held; then nothing is changed
  public void addPermits(long count) {
    checkWeight(count);
    permits.add(count);
  }

  /// Takes permits out of use: so many, or as many as are free. While somebody waits none is free.
  ///
  /// @return how many it was
  /// @throws IllegalArgumentException if the number is negative
  public long forgetPermits(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("cannot forget " + count + " permits: ask for 0 or more");
    }
    return permits.forgetFree(count);
  }

  /// How many permits nobody holds. If somebody waits, they are set aside for the first in line.
  public long availablePermits() {
    return permits.free();
  }

  /// Gives out no more permits: those who wait, and those who come, fail with [ClosedException].
  /// Permits that have been given out stay good, also to a future that has yet to be polled for
  /// them. Closing again does nothing.
  public void close() {
    permits.close();
  }

  /// Whether it was closed.
  public boolean isClosed() {
    return permits.isClosed();
  }

  @Override
  public String toString() {
    return "Semaphore(" + availablePermits() + " available" + (isClosed() ? ", closed)" : ")");
  }

  private static void checkWeight(long count) {
    if (count < 0 || count > MOST_PERMITS) {
      throw new IllegalArgumentException(
          "permits are counted from 0 to %d, and this is %d".formatted(MOST_PERMITS, count));
    }
  }

  private static ClosedException closed() {
    return new ClosedException("the semaphore is closed: it gives out no more permits");
  }
}
