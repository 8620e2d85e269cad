package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// What a body finds itself waiting for when it is cancelled.
final class CancelledFuture implements Future<Object> {
  private static final int MOST_REFUSED = 1_000;

  private final Frame<?> frame;
  private int refused;

  CancelledFuture(Frame<?> frame) {
    this.frame = frame;
  }

  @Override
  public Poll<Object> poll(Context context) {
    throw cancelled();
  }

  private CancelledAwait cancelled() {
    return new CancelledAwait(frame.where().map(Object::toString).orElse("a body"));
  }

  /// The body awaits once more: that future is cancelled, and here is what to throw. A body like
  /// `while (true) { try { await(f); } catch (Throwable e) {} }` would go on for ever; it is given
  /// up.
  Throwable refuse(Future<?> future) {
    future.cancel();
    Throwable refusal = Restriction.AWAIT_WHILE_CANCELLED.with(Script.of(frame).function());
    if (++refused < MOST_REFUSED) {
      return refusal;
    }
    CancelledAwait givenUp = cancelled();
    givenUp.addSuppressed(refusal);
    return givenUp;
  }
}
