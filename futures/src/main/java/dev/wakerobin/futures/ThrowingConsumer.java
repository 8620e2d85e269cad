package dev.wakerobin.futures;

/// Something to do with a value that may fail with a checked exception.
///
/// @param <A> what it takes
@FunctionalInterface
public interface ThrowingConsumer<A> {

  /// Does it. It must not block.
  void accept(A value) throws Exception;
}
