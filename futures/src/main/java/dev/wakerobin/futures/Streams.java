package dev.wakerobin.futures;

import dev.wakerobin.Future;
import dev.wakerobin.Stream;
import dev.wakerobin.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/// Where streams come from. What can be done with them is in [Pipeline].
///
/// ```java
/// Future<List<Page>> pages =
///     Streams.of("a", "b", "c")
///         .buffered(2, name -> fetch(name))
///         .filter(page -> !page.isEmpty())
///         .toList();
/// ```
public final class Streams {
  private Streams() {}

  /// No item at all.
  public static <T> Pipeline<T> empty() {
    return new Pipeline<>(Over.stream());
  }

  /// These items.
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public static <T> Pipeline<T> of(T... items) {
    for (T item : items) {
      Objects.requireNonNull(item, "there is a null among the items");
    }
    return fromIterable(List.of(items));
  }

  /// The items of a collection. Its iterator is made by the first poll, and must not block.
  public static <T> Pipeline<T> fromIterable(Iterable<? extends T> items) {
    Objects.requireNonNull(items, "items");
    return new Pipeline<>(new Iterated<>(items));
  }

  /// Any stream, with the operators to go on with: one of your own, a receiver of a channel, the
  /// ticks of an interval.
  public static <T> Pipeline<T> from(Stream<T> stream) {
    return new Pipeline<>(Objects.requireNonNull(stream, "stream"));
  }

  /// The values of one future after the other, without end. Each is made when the value before it
  /// has been taken and another one is wanted:
  ///
  /// ```java
  /// Streams.repeat(() -> socket.readLine())
  /// ```
  public static <T> Pipeline<T> repeat(Callable<? extends Future<? extends T>> maker) {
    Objects.requireNonNull(maker, "maker");
    return new Pipeline<>(
        new Unfold<>(() -> Futures.map(Futures.<T>same(maker.call()), Optional::of)));
  }

  /// The same, until one of the futures gives an empty value.
  public static <T> Pipeline<T> unfold(Callable<? extends Future<Optional<T>>> maker) {
    return new Pipeline<>(new Unfold<>(Objects.requireNonNull(maker, "maker")));
  }

  /// The items of all these streams, as they come: see [Pipeline#merge(Stream[])].
  public static <T> Pipeline<T> merge(Iterable<? extends Stream<? extends T>> streams) {
    return new Pipeline<>(new MergeStage<>(streams));
  }

  /// The next item of a stream; empty if there is none any more.
  ///
  /// The stream is only lent: cancelling this future leaves it alone, and loses no item.
  ///
  /// ```java
  /// then(Streams.next(lines), first -> then(Streams.next(lines), second -> …))
  /// ```
  public static <T> Future<Optional<T>> next(Stream<T> stream) {
    return new NextItem<>(Objects.requireNonNull(stream, "stream"));
  }

  // ---- To and from the JDK

  /// The items of a publisher, which may come from any thread.
  ///
  /// It is subscribed to by the first poll. No more than `ahead` items are asked for before they
  /// are taken, and new ones are asked for when half of them have been. Cancelling the stream
  /// cancels the subscription. If the publisher breaks the rules of [Flow], by giving more than it
  /// was asked for, the stream fails; what it says after its end is not heard.
  ///
  /// @param ahead how many items may wait here, at least 1
  /// @throws IllegalArgumentException if that is less than 1
  public static <T> Pipeline<T> fromPublisher(Flow.Publisher<? extends T> publisher, int ahead) {
    return new Pipeline<>(
        new FromPublisher<>(Objects.requireNonNull(publisher, "publisher"), ahead));
  }

  /// A publisher of the items, for one subscriber; those that come later are refused with an
  /// [IllegalStateException]. A task is spawned when somebody subscribes: it polls the stream, only
  /// as far as items are asked for, and calls the subscriber.
  ///
  /// If the task is aborted or its runtime closed, the subscriber gets a
  /// [java.util.concurrent.CancellationException].
  ///
  /// @param spawn what runs a future as a task, such as `runtime::spawn`
  public static <T> Flow.Publisher<T> toPublisher(
      Stream<T> stream, Consumer<? super Future<Unit>> spawn) {
    return new ToPublisher<>(stream, Objects.requireNonNull(spawn, "spawn"));
  }

  /// A stream of a narrower type is one of a wider type too, as it only gives.
  @SuppressWarnings("unchecked")
  static <T> Stream<T> same(Stream<? extends T> stream) {
    return (Stream<T>) Objects.requireNonNull(stream, "there is a null among the streams");
  }
}
