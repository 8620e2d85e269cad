package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Waits for all of several futures, and has their values in the order given. The first failure is
/// its failure; the others are cancelled then.
///
/// Each future gets a bell of its own, so that a poll asks only those that rang.
final class AllOf<T> implements Future<List<T>> {
  private final List<@Nullable Future<? extends T>> futures;
  private final @Nullable Object[] values;

  /// 1 where the bell rang. Set by whoever rings, cleared before the poll: a ring during the poll
  /// leads to another one.
  private final AtomicIntegerArray rang;

  private final Waker[] bells;
  private volatile Waker waker = Waker.noop();
  private int missing;

  AllOf(List<? extends Future<? extends T>> futures) {
    Objects.requireNonNull(futures, "awaitAll was given null: give a list of futures");
    this.futures = new ArrayList<>(futures);
    missing = this.futures.size();
    checkNoneIsMissing();
    values = new Object[missing];
    rang = new AtomicIntegerArray(missing);
    bells = new Waker[missing];
    for (int i = 0; i < missing; i++) {
      int place = i;
      rang.set(i, 1);
      bells[i] = () -> ring(place);
    }
  }

  /// In the list, null stands for a future that is done.
  private void checkNoneIsMissing() {
    int place = futures.indexOf(null);
    if (place >= 0) {
      throw new NullPointerException(
          "awaitAll was given null as its future %d of %d: leave it out, or give a future"
              .formatted(place + 1, missing));
    }
  }

  private void ring(int place) {
    rang.set(place, 1);
    waker.wake();
  }

  @Override
  @SuppressWarnings("unchecked") // The values came from futures of T, and none is missing.
  public Poll<List<T>> poll(Context context) throws Exception {
    waker = context.waker(); // Before we look at the bells: who rings later wakes this one.
    for (int i = 0; i < values.length; i++) {
      Future<? extends T> future = futures.get(i);
      if (future != null && rang.getAndSet(i, 0) == 1) {
        pollOne(i, future, context);
      }
    }
    return missing > 0 ? Poll.pending() : Poll.ready((List<T>) List.of(values));
  }

  private void pollOne(int i, Future<? extends T> future, Context context) throws Exception {
    Poll<? extends T> answer;
    try {
      answer = future.poll(context.withWaker(bells[i]));
    } catch (Throwable e) {
      futures.set(i, null);
      cancel();
      throw e;
    }
    if (answer instanceof Poll.Ready<? extends T>(T value)) {
      futures.set(i, null);
      values[i] = value;
      missing--;
    } else {
      Frame.expectPending(answer);
    }
  }

  @Override
  public void cancel() {
    for (int i = 0; i < values.length; i++) {
      Future<? extends T> future = futures.set(i, null);
      if (future != null) {
        future.cancel();
      }
    }
  }

  @Override
  public String toString() {
    return futures.stream()
        .map(future -> future == null ? "done" : future.toString())
        .collect(Collectors.joining(", ", "all of [", "]"));
  }
}
