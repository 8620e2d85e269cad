package dev.wakerobin.tutorial.chapter09;

import java.util.OptionalLong;
import java.util.PriorityQueue;

/// ## Then: do not look for it
///
/// A cancelled timer is not searched. It is marked, and stays where it is:
///
/// ```
///                 5
///       ┌─────────┴─────────┐
///       9                   6 ✗      comes to the top one day, and is thrown away then
///   ┌───┴───┐           ┌───┘
///  12 ✗    10           8
/// ```
///
/// That alone would be a leak: a server cancels nearly all of its time-outs, and sets them to half
/// a minute. So once more than half are marked, all marked ones are thrown out, and the rest is put
/// in order. It costs a walk through all, but only after as many have been cancelled: a few looks
/// each.
///
/// Wakerobin's own timers are kept like this, and Go's.
///
/// @step-of PlainQueue
final class LazyQueue implements TimerQueue {
  private final PriorityQueue<Timer> heap = new PriorityQueue<>(this::compare);
  private int marked; // How many in the heap wait no more.
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

  @Override
  public void cancel(Timer timer) {
    if (timer.waits()) {
      timer.cancel();
      marked++;
      if (marked > heap.size() / 2) {
        sweep();
      }
    }
  }

  private void sweep() {
    looks += heap.size();
    heap.removeIf(timer -> !timer.waits());
    marked = 0;
  }

  @Override
  public OptionalLong nextDeadline() {
    while (!heap.isEmpty() && !heap.element().waits()) {
      heap.remove();
      marked--;
    }
    return heap.isEmpty() ? OptionalLong.empty() : OptionalLong.of(heap.element().deadline);
  }

  @Override
  public void ringDue(long now) {
    while (nextDeadline().orElse(Long.MAX_VALUE) <= now) {
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
