package dev.wakerobin.it.field;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.concurrent.atomic.AtomicInteger;

/// A future polled by hand, and how often its bell was rung.
final class Polled<T> {
  private final Future<T> future;
  private final AtomicInteger rings = new AtomicInteger();
  private final Context context = Context.of(rings::incrementAndGet);

  private Polled(Future<T> future) {
    this.future = future;
  }

  /// Polls it for the first time.
  static <T> Polled<T> once(Future<T> future) throws Exception {
    Polled<T> polled = new Polled<>(future);
    polled.first = polled.poll();
    return polled;
  }

  private Poll<T> first = Poll.pending();

  /// What the first poll gave.
  Poll<T> first() {
    return first;
  }

  Poll<T> poll() throws Exception {
    return future.poll(context);
  }

  /// The value of a poll that has to be ready.
  T value() throws Exception {
    return switch (poll()) {
      case Poll.Ready<T>(T value) -> value;
      case Poll.Pending<T> _ -> throw new AssertionError("it is still pending");
    };
  }

  boolean isReady() {
    return first.isReady();
  }

  void cancel() {
    future.cancel();
  }

  int rings() {
    return rings.get();
  }

  /// The value of a future that has to be ready at its first poll.
  static <T> T now(Future<T> future) throws Exception {
    return new Polled<>(future).value();
  }
}
