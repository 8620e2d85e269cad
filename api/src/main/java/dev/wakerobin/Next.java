package dev.wakerobin;

import java.util.Objects;

/// The answer of a stream that was polled: an [Item], [Pending], or the [End].
///
/// It is to a [Stream] what [Poll] is to a [Future]. That the stream is over is an answer of its
/// own, and not an empty optional inside a ready poll: one `switch` sees all there is, and an item
/// costs one object.
///
/// ```java
/// switch (stream.pollNext(context)) {
///   case Next.Item<String>(String line) -> System.out.println(line);
///   case Next.Pending<String> _ -> System.out.println("not yet: the waker will ring");
///   case Next.End<String> _ -> System.out.println("that was all");
/// }
/// ```
///
/// @param <T> what the stream is a stream of
public sealed interface Next<T> {

  /// The next value. There may be another one at once: whoever goes on polls again, and no waker
  /// was kept.
  ///
  /// @param value the value, never null
  record Item<T>(T value) implements Next<T> {
    /// Refuses null.
    public Item {
      Objects.requireNonNull(
          value, "a stream gave null: leave the item out, or give Unit.UNIT or an Optional");
    }
  }

  /// There is no value yet. As with [Poll.Pending] this is a promise that the waker of this poll
  /// was kept and will be rung. There is one shared instance: [Next#pending()].
  final class Pending<T> implements Next<T> {
    private static final Pending<?> INSTANCE = new Pending<>();

    private Pending() {}

    @Override
    public String toString() {
      return "Pending";
    }
  }

  /// There is no value any more. There is one shared instance: [Next#end()].
  final class End<T> implements Next<T> {
    private static final End<?> INSTANCE = new End<>();

    private End() {}

    @Override
    public String toString() {
      return "End";
    }
  }

  /// The answer of a stream that has a value.
  static <T> Next<T> item(T value) {
    return new Item<>(value);
  }

  /// The answer of a stream that has no value yet and has kept the waker.
  @SuppressWarnings("unchecked") // It holds no T.
  static <T> Next<T> pending() {
    return (Next<T>) Pending.INSTANCE;
  }

  /// The answer of a stream that is over.
  @SuppressWarnings("unchecked") // It holds no T.
  static <T> Next<T> end() {
    return (Next<T>) End.INSTANCE;
  }
}
