package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// Stands where the future of an ended task was, so that the old one can be collected and a poll
/// that should not come is told.
final class EndedFuture<T> implements Future<T> {
  private static final EndedFuture<?> INSTANCE = new EndedFuture<>();

  private EndedFuture() {}

  @SuppressWarnings("unchecked") // It gives no T.
  static <T> Future<T> instance() {
    return (Future<T>) INSTANCE;
  }

  @Override
  public Poll<T> poll(Context context) {
    throw new IllegalStateException("this task has ended: its future must not be polled again");
  }
}
