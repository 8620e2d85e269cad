package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import org.jspecify.annotations.Nullable;

/// What the scenarios need of a ring, so that they go over the real one and over weakened ones.
interface Ring {
  int capacity();

  boolean push(ReadyTask task);

  @Nullable ReadyTask poll();

  @Nullable ReadyTask stealInto(Ring thief);

  /// The real one.
  static Ring real() {
    return new OfTaskRing(TaskRing.create());
  }

  /// Hands each call on.
  record OfTaskRing(TaskRing ring) implements Ring {
    @Override
    public int capacity() {
      return TaskRing.CAPACITY;
    }

    @Override
    public boolean push(ReadyTask task) {
      return ring.push(task);
    }

    @Override
    public @Nullable ReadyTask poll() {
      return ring.poll();
    }

    @Override
    public @Nullable ReadyTask stealInto(Ring thief) {
      return ring.stealInto(((OfTaskRing) thief).ring, _ -> {});
    }
  }
}
