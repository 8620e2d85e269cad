package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.Optional;

/// A future polled by hand: what it answered last, and whether its bell has rung since.
final class Hand<T> {
  private final Future<T> future;

  private Poll<T> answer = Poll.pending();
  private Optional<Exception> failure = Optional.empty();
  private boolean polled;
  private boolean refused;
  private boolean cancelled;
  private boolean rung;

  private Hand(Future<T> future) {
    this.future = future;
  }

  static <T> Hand<T> of(Future<T> future) {
    return new Hand<>(future);
  }

  /// One that has been polled once.
  static <T> Hand<T> polled(Future<T> future) {
    Hand<T> hand = of(future);
    hand.poll();
    return hand;
  }

  /// True if it is ready now.
  boolean poll() {
    return poll(true);
  }

  /// The same with or without any budget left.
  boolean poll(boolean budget) {
    if (isOver()) {
      throw new AssertionError("a test polls a future that is over");
    }
    rung = false;
    polled = true;
    refused = false;
    try {
      answer = future.poll(new HandContext(budget));
    } catch (Exception thrown) {
      failure = Optional.of(thrown);
    }
    return answer.isReady();
  }

  /// As a loser of a `select` is. Does nothing if it is over.
  void cancel() {
    if (!isOver()) {
      cancelled = true;
      future.cancel();
    }
  }

  boolean isReady() {
    return answer.isReady();
  }

  boolean isOver() {
    return isReady() || failure.isPresent() || cancelled;
  }

  /// Whether it was polled and is not over: then its bell rings when it can go on.
  boolean isWaiting() {
    return polled && !isOver();
  }

  /// Whether it asked for budget in the last poll, and there was none.
  boolean isRefused() {
    return refused;
  }

  boolean isRung() {
    return rung;
  }

  /// What it was ready with.
  T value() {
    return switch (answer) {
      case Poll.Ready<T>(T value) -> value;
      case Poll.Pending<T> _ -> throw new AssertionError("not ready; failure: " + failure);
    };
  }

  /// What it threw.
  Exception failure() {
    return failure.orElseThrow(() -> new AssertionError("it did not fail: " + answer));
  }

  boolean hasFailed() {
    return failure.isPresent();
  }

  private final class HandContext implements Context {
    private final boolean budget;

    HandContext(boolean budget) {
      this.budget = budget;
    }

    @Override
    public Waker waker() {
      return () -> rung = true;
    }

    @Override
    public boolean tryProceed() {
      if (!budget) {
        refused = true;
        waker().wake();
      }
      return budget;
    }
  }
}
