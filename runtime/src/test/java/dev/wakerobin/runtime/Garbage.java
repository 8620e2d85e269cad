package dev.wakerobin.runtime;

import java.lang.ref.WeakReference;

/// Has the garbage collected, which needs some patience.
final class Garbage {
  private Garbage() {}

  static void awaitCollection(WeakReference<?> of) {
    Patience.await(
        "something to be collected",
        () -> {
          System.gc();
          return of.refersTo(null);
        });
  }
}
