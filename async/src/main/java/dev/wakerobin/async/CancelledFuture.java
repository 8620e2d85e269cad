package dev.wakerobin.async;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;

/// What a body finds itself waiting for when it is cancelled.
record CancelledFuture(Frame<?> frame) implements Future<Object> {

  @Override
  public Poll<Object> poll(Context context) {
    throw new CancelledAwait(frame.where().map(Object::toString).orElse("a body"));
  }
}
