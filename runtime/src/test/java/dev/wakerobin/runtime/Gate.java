package dev.wakerobin.runtime;

import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;

/// Futures wait at it until the test opens it.
final class Gate {
  private final WakerList waiting = new WakerList();
  private volatile boolean open;

  <T> Future<T> thenReady(T value) {
    return then(_ -> Poll.ready(value));
  }

  <T> Future<T> then(Future<T> next) {
    return context -> {
      if (!open) {
        keep(context.waker());
        if (!open) {
          return Poll.pending();
        }
      }
      return next.poll(context);
    };
  }

  private void keep(Waker waker) {
    waiting.add(waker);
  }

  void open() {
    open = true;
    Seams.wakeAll(waiting);
  }
}
