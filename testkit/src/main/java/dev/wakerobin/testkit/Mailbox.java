package dev.wakerobin.testkit;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Numbers on the way from a task of a [Program] to the one that spawned it. It is as plain as can
/// be, for it is not what is tested.
final class Mailbox {
  private final Deque<Integer> numbers = new ArrayDeque<>(); // Guarded by this, as is the rest.
  private boolean closed;
  private @Nullable Waker receiver;

  void send(int number) {
    synchronized (this) {
      numbers.addLast(number);
    }
    ring();
  }

  /// Nothing more will come.
  void close() {
    synchronized (this) {
      closed = true;
    }
    ring();
  }

  private void ring() {
    Waker waiting;
    synchronized (this) {
      waiting = receiver;
      receiver = null;
    }
    if (waiting != null) {
      waiting.wake();
    }
  }

  /// The next number, or 0 if there will be none.
  Future<Integer> next() {
    return this::pollNext;
  }

  private synchronized Poll<Integer> pollNext(Context context) {
    Integer number = numbers.pollFirst();
    if (number != null) {
      return Poll.ready(number);
    }
    if (closed) {
      return Poll.ready(0);
    }
    receiver = context.waker();
    return Poll.pending();
  }
}
