package dev.wakerobin.tutorial.chapter07;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import java.util.ArrayDeque;
import java.util.Deque;

/// ## The first cure: yield, often
///
/// The same sum, in slices. A recursion cannot stop in the middle and return; so the numbers that
/// are still to be added up lie on a stack of our own, and that can be left alone at any time.
/// After each small one we ring our own bell and answer pending: not done, ask me again, *the
/// others first*. This is the busy delay of chapter 2, put to good use.
///
/// A slice is some microseconds. The worker looks at the timers every few dozen polls, so the heart
/// beats on time.
final class SlicedFib implements Future<Long> {
  private final int slice; // What is no larger than this is small enough for one.
  private final Deque<Integer> toDo = new ArrayDeque<>();
  private long sum;

  SlicedFib(int n, int slice) {
    this.slice = slice;
    toDo.push(n);
  }

  @Override
  public Poll<Long> poll(Context context) {
    while (toDo.element() > slice) {
      int n = toDo.pop();
      toDo.push(n - 2);
      toDo.push(n - 1);
    }
    sum += Fib.fib(toDo.pop());
    if (toDo.isEmpty()) {
      return Poll.ready(sum);
    }
    context.waker().wake();
    return Poll.pending();
  }
}
