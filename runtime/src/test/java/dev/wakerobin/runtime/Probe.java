package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.concurrent.atomic.AtomicInteger;

/// A future under observation: it counts what is done to it, keeps the waker, and answers what the
/// test says. What is against the rules it notes as well.
final class Probe<T> implements Future<T> {
  private final Future<T> behaviour;

  private final AtomicInteger polls = new AtomicInteger();
  private final AtomicInteger cancels = new AtomicInteger();
  private volatile Waker waker = Waker.noop();
  private volatile boolean ended;
  private volatile String broken = "";

  private Probe(Future<T> behaviour) {
    this.behaviour = behaviour;
  }

  static <T> Probe<T> of(Future<T> behaviour) {
    return new Probe<>(behaviour);
  }

  /// Never ready.
  static Probe<String> waiting() {
    return of(_ -> Poll.pending());
  }

  static <T> Probe<T> ready(T value) {
    return of(_ -> Poll.ready(value));
  }

  static Probe<String> throwing(Throwable thrown) {
    return of(_ -> Thrown.sneak(thrown));
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    checkNotEnded("polled");
    polls.getAndIncrement();
    waker = context.waker();
    try {
      Poll<T> answer = behaviour.poll(context);
      ended = answer == null || answer.isReady();
      return answer;
    } catch (Throwable thrown) {
      ended = true;
      throw thrown;
    }
  }

  @Override
  public void cancel() {
    checkNotEnded("cancelled");
    ended = true;
    cancels.getAndIncrement();
    behaviour.cancel();
  }

  private void checkNotEnded(String what) {
    if (ended) {
      broken = what + " after its end";
    }
  }

  int polls() {
    return polls.get();
  }

  int cancels() {
    return cancels.get();
  }

  /// That of the last poll.
  Waker waker() {
    return waker;
  }

  /// Which rule was broken, or empty.
  String broken() {
    return broken;
  }
}
