package dev.wakerobin.stress;

import java.util.ArrayList;
import java.util.List;

/// Acts that are done at the same time, each on a thread of its own.
public final class Together {
  private Together() {}

  /// Does the first on the calling thread, and returns when all are done.
  ///
  /// @throws AssertionError if one of them threw
  public static void act(Runnable first, Runnable... others) {
    List<Thread> threads = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    for (Runnable other : others) {
      Thread thread = new Thread(() -> guarded(other, thrown));
      threads.add(thread);
      thread.start();
    }
    guarded(first, thrown);
    for (Thread thread : threads) {
      join(thread);
    }
    if (!thrown.isEmpty()) {
      throw new AssertionError(thrown.getFirst().toString(), thrown.getFirst());
    }
  }

  private static void guarded(Runnable act, List<Throwable> thrown) {
    try {
      act.run();
    } catch (Exception | AssertionError problem) {
      synchronized (thrown) {
        thrown.add(problem);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts here", e);
    }
  }
}
