package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.testkit.Patience;
import java.util.concurrent.CountDownLatch;

/// A task that is a piece of code, and says when it has begun and ended.
final class Coded implements ReadyTask {
  private final String name;
  private final Runnable code;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  Coded(String name, Runnable code) {
    this.name = name;
    this.code = code;
  }

  /// A task that does nothing.
  static Coded named(String name) {
    return new Coded(name, () -> {});
  }

  @Override
  public TaskId id() {
    return new TaskId(1, name);
  }

  @Override
  public void run() {
    begun.countDown();
    code.run();
    ended.countDown();
  }

  void awaitBegun() {
    Patience.await(name + " to begin", () -> begun.getCount() == 0);
  }

  void awaitEnded() {
    Patience.await(name + " to end", this::hasEnded);
  }

  boolean hasEnded() {
    return ended.getCount() == 0;
  }
}
