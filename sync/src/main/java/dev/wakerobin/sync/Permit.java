package dev.wakerobin.sync;

/// One or more permits of a [Semaphore], held until they are given back by [#close()].
///
/// ```java
/// try (Permit permit = await(semaphore.acquire())) {
///   …
/// }
/// ```
///
/// It may be handed to another task or thread and closed there.
public final class Permit extends Held {

  Permit(Permits permits, long count, Object taker) {
    super(permits, count, "permits of", taker);
  }

  /// How many permits these are; 0 after they were given back.
  public long size() {
    return count();
  }

  /// Takes some of these permits apart, to be given back on their own.
  ///
  /// @throws IllegalArgumentException if there are not so many, or fewer than none are asked for
  public Permit split(long count) {
    if (count < 0 || !tryRemove(count)) {
      throw new IllegalArgumentException(
          "cannot split %d permits off %d".formatted(count, count()));
    }
    return new Permit(permits(), count, this);
  }

  /// Never gives these permits back: the semaphore has so many fewer from now on.
  public void forget() {
    permits().forget(empty());
  }

  /// Gives the permits back, to those who wait for them if somebody does. Doing it again does
  /// nothing.
  @Override
  public void close() {
    super.close();
  }

  @Override
  public String toString() {
    return "Permit(" + size() + ")";
  }
}
