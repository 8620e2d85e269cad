package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.ReadyTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The ring once more, with four slots and sequentially consistent throughout, and with the steps
/// taken apart for the weakened variants to replace one. As it stands here it is correct.
class WeakenedRing implements Ring {
  private static final int CAPACITY = 4;

  final AtomicReferenceArray<@Nullable ReadyTask> slots = new AtomicReferenceArray<>(CAPACITY);
  final AtomicInteger head = new AtomicInteger();
  final AtomicInteger tail = new AtomicInteger();

  @Override
  public int capacity() {
    return CAPACITY;
  }

  @Override
  public boolean push(ReadyTask task) {
    int end = tail.get();
    if (end - head.get() >= CAPACITY) {
      return false;
    }
    publish(end, task);
    return true;
  }

  void publish(int end, ReadyTask task) {
    slots.set(end % CAPACITY, task);
    tail.set(end + 1);
  }

  @Override
  public @Nullable ReadyTask poll() {
    while (true) {
      int begin = head.get();
      if (begin == tail.get()) {
        return null;
      }
      ReadyTask task = slots.get(begin % CAPACITY);
      if (ownerTakes(begin)) {
        return task;
      }
    }
  }

  boolean ownerTakes(int begin) {
    return head.compareAndSet(begin, begin + 1);
  }

  @Override
  public @Nullable ReadyTask stealInto(Ring thief) {
    WeakenedRing to = (WeakenedRing) thief;
    while (true) {
      int begin = head.get();
      int size = tail.get() - begin;
      int half = size - size / 2;
      if (half <= 0) {
        return null;
      }
      if (half <= CAPACITY / 2 && thiefTakes(begin, half, to)) {
        int last = to.tail.get() + half - 1;
        to.tail.set(last);
        return to.slots.get(last % CAPACITY);
      }
    }
  }

  boolean thiefTakes(int begin, int half, WeakenedRing to) {
    copy(begin, half, to);
    return head.compareAndSet(begin, begin + half);
  }

  final void copy(int begin, int half, WeakenedRing to) {
    for (int i = 0; i < half; i++) {
      to.slots.set((to.tail.get() + i) % CAPACITY, slots.get((begin + i) % CAPACITY));
    }
  }

  /// The owner moves the head without looking whether a thief has moved it.
  static final class PollsWithoutCas extends WeakenedRing {
    @Override
    boolean ownerTakes(int begin) {
      head.set(begin + 1);
      return true;
    }
  }

  /// The thief moves the head without looking whether another has moved it.
  static final class StealsWithoutCas extends WeakenedRing {
    @Override
    boolean thiefTakes(int begin, int half, WeakenedRing to) {
      copy(begin, half, to);
      head.set(begin + half);
      return true;
    }
  }

  /// The thief moves the head first: what it copies then may have been overwritten.
  static final class TakesBeforeItCopies extends WeakenedRing {
    @Override
    boolean thiefTakes(int begin, int half, WeakenedRing to) {
      if (!head.compareAndSet(begin, begin + half)) {
        return false;
      }
      copy(begin, half, to);
      return true;
    }
  }

  /// The owner moves the tail first: a thief may take what is not there yet.
  static final class MovesTailBeforeItWrites extends WeakenedRing {
    @Override
    void publish(int end, ReadyTask task) {
      tail.set(end + 1);
      slots.set(end % CAPACITY, task);
    }
  }
}
