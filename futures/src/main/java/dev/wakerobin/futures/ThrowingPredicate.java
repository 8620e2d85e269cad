package dev.wakerobin.futures;

/// A question to a value that may fail with a checked exception.
///
/// @param <A> what it is asked about
@FunctionalInterface
public interface ThrowingPredicate<A> {

  /// The answer. It must not block.
  boolean test(A value) throws Exception;
}
