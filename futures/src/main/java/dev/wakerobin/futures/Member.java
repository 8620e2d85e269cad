package dev.wakerobin.futures;

import dev.wakerobin.Waker;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A child of a [ReadySet], and its bell. The links are the set's.
final class Member<C extends Cancellable> implements Waker {
  /// Which one of the set, in the order of joining it, from 0.
  final int number;

  final C child;

  /// In the line of those who have rung. Belongs to whoever has set the mark, until it is cleared.
  @Nullable Member<C> next;

  @Nullable Member<C> older; // The poller's alone, as is the following.
  @Nullable Member<C> younger;

  private final ReadySet<C> set;

  /// Set by who rings first, cleared by the poller. A new member counts as rung: it has to be
  /// polled once. Also a ring that finds the mark set writes to it: that is what makes the ringer's
  /// earlier writes visible to the poll.
  private final AtomicBoolean marked = new AtomicBoolean(true);

  private boolean left; // The poller's.

  Member(ReadySet<C> set, C child, int number) {
    this.set = set;
    this.child = child;
    this.number = number;
  }

  @Override
  public void wake() {
    if (mark()) {
      set.rang(this);
    }
  }

  /// Notes that it has rung. True if that is news: then the caller puts it into a line.
  boolean mark() {
    return !marked.getAndSet(true);
  }

  /// It has been taken from the line and is about to be polled: who rings from now on is heard.
  void arm() {
    marked.getAndSet(false);
  }

  /// The child has ended. The mark stays set for ever, so that ringing late does nothing.
  void leave() {
    left = true;
    marked.set(true);
  }

  boolean hasLeft() {
    return left;
  }
}
