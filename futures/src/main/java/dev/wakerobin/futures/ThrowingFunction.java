package dev.wakerobin.futures;

/// A function that may fail with a checked exception: in a future or a stream, failing is throwing.
///
/// @param <A> what it takes
/// @param <B> what it gives, never null
@FunctionalInterface
public interface ThrowingFunction<A, B> {

  /// Computes the result. It must not block.
  B apply(A value) throws Exception;
}
