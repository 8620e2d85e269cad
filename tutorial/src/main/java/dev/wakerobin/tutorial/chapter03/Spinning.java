package dev.wakerobin.tutorial.chapter03;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;

/// ## Step 1: ask until it is ready
///
/// The loop of chapter 1. It works for every future that there is, and nobody has to ring.
///
/// **The flaw.** It never stops asking, so it keeps a processor busy even if there is nothing to
/// do. And it can run one future only: which one should it ask next?
final class Spinning {
  private Spinning() {}

  static <T> T run(Future<T> future) throws Exception {
    Context context = Context.of(Waker.noop());
    while (true) {
      if (future.poll(context) instanceof Poll.Ready<T>(T value)) {
        return value;
      }
    }
  }
}
