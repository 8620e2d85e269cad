package dev.wakerobin;

import java.util.Objects;

/// The answer of a future that was polled: [Ready] with its value, or [Pending].
///
/// A failure is neither: a future that fails throws from [Future#poll(Context)].
///
/// ```java
/// switch (future.poll(context)) {
///   case Poll.Ready<String>(String name) -> System.out.println("hello " + name);
///   case Poll.Pending<String> _ -> System.out.println("not yet: the waker will ring");
/// }
/// ```
///
/// @param <T> what the future is a future of
public sealed interface Poll<T> {

  /// The future is done, and this is its value. It must not be polled again.
  ///
  /// @param value the value, never null: a future without a value answers [Unit#UNIT]
  record Ready<T>(T value) implements Poll<T> {
    private static final Ready<Unit> UNIT = new Ready<>(Unit.UNIT);

    /// Refuses null.
    public Ready {
      Objects.requireNonNull(
          value, "a future was ready with null: answer Unit.UNIT or an Optional instead");
    }
  }

  /// The future is not done yet.
  ///
  /// This answer is a promise: whoever gives it has kept the waker of *this* poll, or handed it on,
  /// and it will be rung when polling again makes sense. A future that answers pending and keeps no
  /// waker sleeps for ever. There is one shared instance: [Poll#pending()].
  final class Pending<T> implements Poll<T> {
    private static final Pending<?> INSTANCE = new Pending<>();

    private Pending() {}

    @Override
    public String toString() {
      return "Pending";
    }
  }

  /// The answer of a future that is done.
  static <T> Poll<T> ready(T value) {
    return new Ready<>(value);
  }

  /// The answer of a future that is done and has no value to give: always the same object.
  static Poll<Unit> ready() {
    return Ready.UNIT;
  }

  /// The answer of a future that is not done and has kept the waker.
  @SuppressWarnings("unchecked") // It holds no T.
  static <T> Poll<T> pending() {
    return (Poll<T>) Pending.INSTANCE;
  }

  /// Whether the future is done.
  default boolean isReady() {
    return this instanceof Ready;
  }
}
