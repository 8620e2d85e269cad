package dev.wakerobin.tutorial.chapter02;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/// ## Second: a thread for each delay
///
/// It sleeps as long as it takes, then rings. Nothing could be simpler; it costs a thread.
public record ThreadEach(ThreadFactory threads) implements Ringer {

  @Override
  public void ringAfter(Duration length, Runnable ring) {
    threads.newThread(() -> sleepAndRing(length, ring)).start();
  }

  private static void sleepAndRing(Duration length, Runnable ring) {
    try {
      Thread.sleep(length);
      ring.run();
    } catch (InterruptedException _) {
      return; // Nobody knows this thread, so nobody interrupts it.
    }
  }
}
