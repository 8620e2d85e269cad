package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.util.function.Consumer;

/// Rings wakers that anybody may have written. One that throws breaks its promise; that must cost
/// neither the thread that rings nor those who are to be rung after it.
final class Bell {
  private Bell() {}

  static void ring(Waker waker, Consumer<? super Throwable> reporter) {
    try {
      waker.wake();
    } catch (Throwable thrown) {
      reporter.accept(BrokenRules.threwFromWaker(waker, thrown));
    }
  }
}
