package dev.wakerobin.futures;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Futures made of futures.
///
/// ```java
/// Future<Page> page =
///     then(
///         tryJoin(load(user), load(news)),
///         both -> timeout(render(both.first(), both.second()), Tasks.sleep(ofSeconds(1))));
/// ```
///
/// For all of them holds:
///
/// - Nothing happens before the first poll. A future that was handed in belongs to the one that was
///   made of it, and must not be polled by anybody else.
/// - When the one that was made ends, by being ready, by throwing, or by being cancelled, each of
///   those that it was made of and that has not ended is cancelled: once, whatever the others throw
///   from their `cancel`. None is polled or cancelled after its own end.
/// - Where there are several, each has a waker of its own, and only those that rang are polled
///   again. A hundred thousand of them cost a hundred thousand polls and as many as there are
///   rings.
/// - A large set takes part in the [budget][dev.wakerobin.Context#tryProceed()] of its task.
///
/// Losers of a [select][#select(Future, Future)] are *cancelled*. Whether something is lost by that
/// is for each future to say; those of Wakerobin that wait for a message, a permit or a tick lose
/// nothing. To go on with a loser instead, spawn it and put its
/// [handle][dev.wakerobin.JoinHandle#cancel()] into the select.
public final class Futures {
  private Futures() {}

  // ---- Out of nothing

  /// Ready at once.
  public static <T> Future<T> ready(T value) {
    Poll<T> answer = Poll.ready(value);
    return _ -> answer;
  }

  /// Throws at once.
  public static <T> Future<T> failed(Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    return _ -> {
      throw Thrown.fromPoll(failure);
    };
  }

  /// Never ready, and nothing is ever rung.
  public static <T> Future<T> never() {
    return _ -> Poll.pending();
  }

  /// A future that is made by the first poll, and not at all if there is none.
  public static <T> Future<T> lazy(Callable<? extends Future<? extends T>> maker) {
    return new Lazy<>(maker);
  }

  // ---- One after the other

  /// The value, with a function applied to it.
  ///
  /// ```java
  /// map(ready("42"), Integer::parseInt)
  /// ```
  public static <A, B> Future<B> map(
      Future<A> future, ThrowingFunction<? super A, ? extends B> function) {
    return new Mapped<>(future, Objects.requireNonNull(function, "function"));
  }

  /// First this future, then the one that the function makes of its value.
  ///
  /// ```java
  /// then(connect(address), socket -> socket.write(bytes))
  /// ```
  public static <A, B> Future<B> then(
      Future<A> future, ThrowingFunction<? super A, ? extends Future<? extends B>> function) {
    return new Then<>(future, Objects.requireNonNull(function, "function"));
  }

  /// How the future ends, as a value: never fails.
  public static <T> Future<Outcome<T>> outcome(Future<T> future) {
    return new Settled<>(future);
  }

  // ---- All of them

  /// The values of both. If one fails, the other one still goes on to its end, and then the failure
  /// is thrown: the first one, with the second one [in it][Throwable#getSuppressed()].
  public static <A, B> Future<Pair<A, B>> join(Future<A> first, Future<B> second) {
    return Tuples.pair(new JoinAll<>(Arrays.asList(first, second), true));
  }

  /// The values of all three. See [#join(Future, Future)].
  public static <A, B, C> Future<Triple<A, B, C>> join(
      Future<A> first, Future<B> second, Future<C> third) {
    return Tuples.triple(new JoinAll<>(Arrays.asList(first, second, third), true));
  }

  /// The values of all, in the order of the futures; at once if there are none. If some fail, the
  /// others still go on to their ends. See [#join(Future, Future)].
  public static <T> Future<List<T>> joinAll(Iterable<? extends Future<? extends T>> futures) {
    return new JoinAll<>(futures, true);
  }

  /// The values of both; or the first failure at once, and the other one is cancelled.
  public static <A, B> Future<Pair<A, B>> tryJoin(Future<A> first, Future<B> second) {
    return Tuples.pair(new JoinAll<>(Arrays.asList(first, second), false));
  }

  /// The values of all three; or the first failure at once, and the others are cancelled.
  public static <A, B, C> Future<Triple<A, B, C>> tryJoin(
      Future<A> first, Future<B> second, Future<C> third) {
    return Tuples.triple(new JoinAll<>(Arrays.asList(first, second, third), false));
  }

  /// The values of all, in the order of the futures; or the first failure at once, and the others
  /// are cancelled.
  public static <T> Future<List<T>> tryJoinAll(Iterable<? extends Future<? extends T>> futures) {
    return new JoinAll<>(futures, false);
  }

  // ---- The first of them

  /// The value of the first one to end, or its failure; the other one is cancelled.
  ///
  /// Fair: if both are ready, it is the runtime's seed that decides, anew each time. So a loop that
  /// selects from two sources which always have something takes from both.
  public static <A, B> Future<Either<A, B>> select(Future<A> left, Future<B> right) {
    return Tuples.either(new Select<>(Arrays.asList(left, right), false));
  }

  /// The same, but if both are ready it is the left one that counts. For what has to be looked at
  /// first, such as a signal to stop; a left one that is always ready starves the right one.
  public static <A, B> Future<Either<A, B>> selectBiased(Future<A> left, Future<B> right) {
    return Tuples.either(new Select<>(Arrays.asList(left, right), true));
  }

  /// The value of the first one to end, and which one it was; or its failure. The others are
  /// cancelled. Fair, as [#select(Future, Future)] is.
  ///
  /// @throws IllegalArgumentException if there are none
  public static <T> Future<Selected<T>> select(Iterable<? extends Future<? extends T>> futures) {
    return new Select<>(futures, false);
  }

  /// The same, but of those that are ready in one poll the one that is first in the list counts.
  ///
  /// @throws IllegalArgumentException if there are none
  public static <T> Future<Selected<T>> selectBiased(
      Iterable<? extends Future<? extends T>> futures) {
    return new Select<>(futures, true);
  }

  /// The value of the first one to end, or its failure; the others are cancelled. Fair, as
  /// [#select(Future, Future)] is.
  ///
  /// @throws IllegalArgumentException if there are none
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public static <T> Future<T> race(Future<? extends T>... futures) {
    return new Mapped<>(new Select<T>(Arrays.asList(futures), false), Selected::value);
  }

  /// The same, but of those that are ready in one poll the one that is first counts.
  ///
  /// @throws IllegalArgumentException if there are none
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public static <T> Future<T> raceBiased(Future<? extends T>... futures) {
    return new Mapped<>(new Select<T>(Arrays.asList(futures), true), Selected::value);
  }

  /// The value of the future, unless the clock is ready first: then the future is cancelled and a
  /// [java.util.concurrent.TimeoutException] thrown.
  ///
  /// The future is asked before the clock, in each poll: what is ready at once is never too late,
  /// even if the time is zero. And the clock is asked in each poll, even if the future has used up
  /// the task's budget.
  ///
  /// ```java
  /// timeout(socket.read(buffer), Tasks.sleep(Duration.ofSeconds(5)))
  /// ```
  ///
  /// @param clock ready when the time is up; any future will do
  public static <T, C> Future<T> timeout(Future<T> future, Future<C> clock) {
    return new Timeout<>(future, clock);
  }

  // ---- For many

  /// One value for many who wait. See [Shared].
  public static <T> Shared<T> shared(Future<T> future) {
    return new Shared<>(future);
  }

  // ---- To and from the JDK

  /// The value of a stage, which may be completed by any thread. If the stage fails, this fails
  /// with what it failed with, without the wrapping that stages put around it.
  ///
  /// Cancelling this future cancels the stage's
  /// [CompletableFuture][CompletionStage#toCompletableFuture()], if it has one, as nobody else is
  /// expected to wait for it. If somebody is, give the stage's [copy][CompletableFuture#copy()]. A
  /// stage that completes with null fails here: values are never null, so say `stage.thenApply(_ ->
  /// Unit.UNIT)`.
  public static <T> Future<T> fromStage(CompletionStage<T> stage) {
    return new FromStage<>(Objects.requireNonNull(stage, "stage"));
  }

  /// A stage that is completed with what the future gives, for callers that know nothing of
  /// futures. Something has to poll the future, so this spawns a task at once:
  ///
  /// ```java
  /// CompletableFuture<Page> page = Futures.toStage(load(), runtime::spawn);
  /// ```
  ///
  /// Cancelling the stage cancels the future, on the task's thread. If the task is aborted or its
  /// runtime closed, the stage is cancelled.
  ///
  /// @param spawn what runs a future as a task
  public static <T> CompletableFuture<T> toStage(
      Future<T> future, Consumer<? super Future<Unit>> spawn) {
    return ToStage.start(future, spawn);
  }

  /// A future of a narrower type is one of a wider type too, as it only gives.
  @SuppressWarnings("unchecked")
  static <T> Future<T> same(Future<? extends T> future) {
    return (Future<T>) Objects.requireNonNull(future, "there is a null among the futures");
  }
}
