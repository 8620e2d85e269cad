package dev.wakerobin.tutorial.chapter09;

import java.util.Iterator;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/// ## First: a heap
///
/// The earliest deadline is wanted, again and again. That is what a heap is for: setting a timer
/// among `n` costs about `log n` looks, and so does taking the earliest one out. The JDK has one.
///
/// Cancelling is another matter. A heap knows where its earliest one is, and nothing else. To find
/// another one there is only a way through all of them.
final class PlainQueue implements TimerQueue {
  private final PriorityQueue<Timer> heap = new PriorityQueue<>(this::compare);
  private long numbers;
  private long looks;

  private int compare(Timer a, Timer b) {
    looks++;
    return a.isBefore(b) ? -1 : 1;
  }

  @Override
  public Timer set(long deadline, Runnable bell) {
    Timer timer = new Timer(deadline, numbers++, bell);
    heap.add(timer);
    return timer;
  }

  /// This is `heap.remove(timer)`, written out so that the looks can be counted.
  @Override
  public void cancel(Timer timer) {
    timer.cancel();
    Iterator<Timer> all = heap.iterator();
    while (all.hasNext()) {
      looks++;
      if (all.next() == timer) {
        all.remove();
        return;
      }
    }
  }

  @Override
  public OptionalLong nextDeadline() {
    return heap.isEmpty() ? OptionalLong.empty() : OptionalLong.of(heap.element().deadline);
  }

  @Override
  public void ringDue(long now) {
    while (!heap.isEmpty() && heap.element().deadline <= now) {
      heap.remove().ring();
    }
  }

  @Override
  public int places() {
    return heap.size();
  }

  @Override
  public long looks() {
    return looks;
  }
}
