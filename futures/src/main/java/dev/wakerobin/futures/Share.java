package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Poll;

/// One of the futures that a [Shared] has given out.
final class Share<T> extends Combined<T> {
  private final Shared<T> shared;

  Share(Shared<T> shared) {
    this.shared = shared;
  }

  @Override
  Poll<T> step(Context context) throws Exception {
    return shared.poll(this, context);
  }

  @Override
  void letGo() {
    shared.leave(this);
  }
}
