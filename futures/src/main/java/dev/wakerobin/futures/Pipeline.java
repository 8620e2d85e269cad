package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import dev.wakerobin.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// A stream with the operators to go on with. Each operator makes a new pipeline and takes the old
/// one over, which must not be used any more.
///
/// ```java
/// Streams.from(Tasks.interval(Duration.ofSeconds(1)))
///     .take(10)
///     .then(_ -> measure())
///     .forEach(System.out::println)
/// ```
///
/// For all of them holds:
///
/// - Nothing happens before the end of the pipeline is polled, and no stage runs ahead: an item is
///   asked for when it is wanted. (Only the buffered ones do, by as many futures as they are told.)
/// - When a stage ends, fails or is cancelled, whatever it is made of and has not ended is
///   cancelled, once. A failure overtakes items that wait in a buffer or a chunk; they are dropped.
/// - A stage that has ended says so again if it is asked again.
/// - A pipeline that always has something takes part in the
///   [budget][Context#tryProceed()] of its task.
///
/// @param <T> what this is a stream of
public final class Pipeline<T> implements Stream<T> {
  private final Stream<T> stream;

  Pipeline(Stream<T> stream) {
    this.stream = stream;
  }

  @Override
  public Next<T> pollNext(Context context) throws Exception {
    return stream.pollNext(context);
  }

  @Override
  public void cancel() {
    stream.cancel();
  }

  // ---- One item after the other

  /// Each item with a function applied to it.
  public <B> Pipeline<B> map(ThrowingFunction<? super T, ? extends B> function) {
    return new Pipeline<>(new MapStage<>(stream, Objects.requireNonNull(function, "function")));
  }

  /// The items that pass.
  public Pipeline<T> filter(ThrowingPredicate<? super T> passes) {
    return new Pipeline<>(new FilterStage<>(stream, Objects.requireNonNull(passes, "passes")));
  }

  /// The first so many items. What comes before is let go together with the last of them.
  ///
  /// @param count 0 or more
  /// @throws IllegalArgumentException if it is negative
  public Pipeline<T> take(long count) {
    return new Pipeline<>(new TakeStage<>(stream, count));
  }

  /// The items before the first one that does not pass. That one is dropped.
  public Pipeline<T> takeWhile(ThrowingPredicate<? super T> passes) {
    return new Pipeline<>(new TakeWhileStage<>(stream, Objects.requireNonNull(passes, "passes")));
  }

  /// The items of a stream that is made of each item: all of the first one, then all of the second.
  public <B> Pipeline<B> flatMap(
      ThrowingFunction<? super T, ? extends Stream<? extends B>> function) {
    return new Pipeline<>(new FlatMapStage<>(stream, Objects.requireNonNull(function, "function")));
  }

  /// The items, so many at a time; the last chunk may be smaller. A chunk waits until it is full.
  ///
  /// @param size 1 or more
  /// @throws IllegalArgumentException if it is less
  public Pipeline<List<T>> chunks(int size) {
    return new Pipeline<>(new ChunksStage<>(stream, size));
  }

  /// The items with a pause after each: the next one is not asked for before it is over. The pause
  /// begins when the item is given; the time that its taker needs is part of it.
  ///
  /// ```java
  /// requests.throttle(() -> Tasks.sleep(Duration.ofMillis(100)))
  /// ```
  ///
  /// @param pauses makes a future that is ready when the pause is over
  public Pipeline<T> throttle(Callable<? extends Future<?>> pauses) {
    return new Pipeline<>(new ThrottleStage<>(stream, Objects.requireNonNull(pauses, "pauses")));
  }

  // ---- Several at once

  /// The items of this stream and of the others, as they come. It ends when all have ended, and
  /// fails when one does. They take turns: none that always has something starves the others.
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public final Pipeline<T> merge(Stream<? extends T>... others) {
    List<Stream<? extends T>> all = new ArrayList<>();
    all.add(stream);
    all.addAll(List.of(others));
    return Streams.merge(all);
  }

  /// The first item of this stream with the first of the other one, and so on; ends as soon as one
  /// of them does. An item that waits for its counterpart then is dropped.
  public <B> Pipeline<Pair<T, B>> zip(Stream<B> other) {
    return new Pipeline<>(new ZipStage<>(stream, other));
  }

  /// The values of futures that are made of the items, one at a time: the next item is not asked
  /// for before the future of the last one has ended.
  public <B> Pipeline<B> then(ThrowingFunction<? super T, ? extends Future<? extends B>> function) {
    return buffered(1, function);
  }

  /// The values of futures that are made of the items, in the order of the items, and up to `most`
  /// futures at a time. Never are there more that have been made and whose values have not been
  /// taken.
  ///
  /// They go on only while the stream is polled. Whoever takes a value and then awaits something
  /// else for long keeps the others standing, with whatever they hold; if that something needs a
  /// permit that one of them has, it waits for ever. What goes on by itself is a task:
  ///
  /// ```java
  /// orders.buffered(8, order -> Tasks.spawn(ship(order)))
  /// ```
  ///
  /// But then cancelling the stream only stops waiting for the tasks: see
  /// [dev.wakerobin.JoinHandle#cancel()].
  ///
  /// @param most 1 or more
  /// @throws IllegalArgumentException if it is less
  public <B> Pipeline<B> buffered(
      int most, ThrowingFunction<? super T, ? extends Future<? extends B>> function) {
    Objects.requireNonNull(function, "function");
    return new Pipeline<>(new BufferedStage<>(stream, most, true, function));
  }

  /// The same, in the order in which the futures become ready.
  ///
  /// @param most 1 or more
  /// @throws IllegalArgumentException if it is less
  public <B> Pipeline<B> bufferedUnordered(
      int most, ThrowingFunction<? super T, ? extends Future<? extends B>> function) {
    Objects.requireNonNull(function, "function");
    return new Pipeline<>(new BufferedStage<>(stream, most, false, function));
  }

  // ---- To the end

  /// Does something with each item; ready when the stream has ended.
  public Future<Unit> forEach(ThrowingConsumer<? super T> action) {
    return new ForEach<>(stream, Objects.requireNonNull(action, "action"));
  }

  /// All items, collected. The collector's container is made when it is first needed.
  ///
  /// ```java
  /// words.collect(Collectors.groupingBy(String::length))
  /// ```
  public <A, R> Future<R> collect(Collector<? super T, A, R> collector) {
    Objects.requireNonNull(collector, "collector");
    return new Collect<>(stream, collector);
  }

  /// All items, in a list.
  public Future<List<T>> toList() {
    return collect(Collectors.toUnmodifiableList());
  }

  /// The next item, or empty if there is none any more; the pipeline remains usable. See
  /// [Streams#next(Stream)].
  public Future<Optional<T>> next() {
    return Streams.next(this);
  }
}
