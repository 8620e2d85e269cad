package dev.wakerobin.tutorial.chapter08;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;

/// ## A stream
///
/// A future that gives many times. It is polled as a future is, and has three answers: an item, not
/// yet, or the end. This one always has the next item at hand, until the numbers do not fit into a
/// `long` any more.
///
/// So Fibonacci *is* computed in a task here, against all that chapter 7 says? It is a small step
/// for each item: an addition. And it is made when somebody asks, and not before.
final class Fibonacci implements Stream<Long> {
  private long item;
  private long next = 1;
  private int made;

  @Override
  public Next<Long> pollNext(Context context) {
    if (item < 0) { // It has grown beyond what fits, and the sign tells.
      return Next.end();
    }
    long answer = item;
    item = next;
    next += answer;
    made++;
    return Next.item(answer);
  }

  /// How many have been asked for.
  int made() {
    return made;
  }
}
