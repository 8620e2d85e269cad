package dev.wakerobin.futures;

/// The value of the one that was first, out of two of different kinds.
///
/// ```java
/// switch (either) {
///   case Either.Left<String, Unit>(String line) -> println(line);
///   case Either.Right<String, Unit> _ -> println("shutting down");
/// }
/// ```
///
/// @param <A> what the left one gives
/// @param <B> what the right one gives
public sealed interface Either<A, B> {

  /// The left one was first.
  ///
  /// @param value what it gave
  record Left<A, B>(A value) implements Either<A, B> {}

  /// The right one was first.
  ///
  /// @param value what it gave
  record Right<A, B>(B value) implements Either<A, B> {}
}
