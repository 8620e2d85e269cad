package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Next;
import dev.wakerobin.Waker;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The items of a publisher. Its signals come from any thread and lie in the [Inbox] until the
/// stream is polled.
final class FromPublisher<T> extends Stage<T> {
  private final Flow.Publisher<? extends T> publisher;
  private final Inbox<T> inbox;
  private boolean subscribed;

  FromPublisher(Flow.Publisher<? extends T> publisher, int ahead) {
    if (ahead < 1) {
      throw new IllegalArgumentException("there must be room for 1 item or more, not for " + ahead);
    }
    this.publisher = publisher;
    this.inbox = new Inbox<>(ahead);
  }

  @Override
  Next<T> step(Context context) throws Exception {
    if (!subscribed) {
      subscribed = true;
      publisher.subscribe(inbox);
    }
    return inbox.pollNext(context);
  }

  @Override
  void letGo() {
    inbox.close();
  }

  /// What the publisher has said and nobody has heard yet. No signal is passed on under its lock.
  private static final class Inbox<T> implements Flow.Subscriber<T> {
    private static final Flow.Subscription NONE =
        new Flow.Subscription() {
          @Override
          public void request(long count) {}

          @Override
          public void cancel() {}
        };

    private final int ahead;

    // All guarded by the queue.
    private final Queue<T> queue = new ArrayDeque<>();
    private Flow.Subscription subscription = NONE;
    private Waker waker = Waker.noop();
    private int owed; // Asked for and not come.
    private int taken; // Since more was asked for.
    private boolean closed; // The publisher is heard no more: it has ended, or we have.
    private @Nullable Throwable failure;

    Inbox(int ahead) {
      this.ahead = ahead;
    }

    Next<T> pollNext(Context context) throws Exception {
      T item;
      int more = 0;
      Flow.Subscription from;
      synchronized (queue) {
        waker = context.waker();
        item = queue.poll();
        from = subscription;
        if (item == null) {
          return answerWithoutItem();
        }
        taken++;
        if (!closed && taken >= (ahead + 1) / 2) {
          more = taken;
          owed += taken;
          taken = 0;
        }
      }
      if (more > 0) {
        from.request(more);
      }
      return Next.item(item);
    }

    private Next<T> answerWithoutItem() throws Exception {
      if (failure != null) {
        throw Thrown.fromPoll(failure);
      }
      return closed ? Next.end() : Next.pending();
    }

    @Override
    public void onSubscribe(Flow.Subscription offered) {
      Objects.requireNonNull(offered, "subscription");
      boolean taken;
      synchronized (queue) {
        taken = subscription == NONE && !closed;
        if (taken) {
          subscription = offered;
          owed = ahead;
        }
      }
      if (taken) {
        offered.request(ahead);
      } else {
        offered.cancel();
      }
    }

    @Override
    public void onNext(T item) {
      Objects.requireNonNull(item, "item");
      boolean expected;
      synchronized (queue) {
        if (closed) {
          return;
        }
        expected = owed > 0;
        if (expected) {
          owed--;
          queue.add(item);
        }
      }
      if (expected) {
        ring();
      } else {
        overflow();
      }
    }

    private void overflow() {
      Flow.Subscription from;
      synchronized (queue) {
        from = subscription;
      }
      onError(
          new IllegalStateException(
              "the publisher gave more than the " + ahead + " items that it was asked for"));
      from.cancel();
    }

    @Override
    public void onError(Throwable thrown) {
      Objects.requireNonNull(thrown, "throwable");
      synchronized (queue) {
        if (closed) {
          return;
        }
        closed = true;
        failure = thrown;
      }
      ring();
    }

    @Override
    public void onComplete() {
      synchronized (queue) {
        closed = true;
      }
      ring();
    }

    private void ring() {
      Waker whom;
      synchronized (queue) {
        whom = waker;
      }
      whom.wake();
    }

    /// Nobody polls any more.
    void close() {
      Flow.Subscription from;
      synchronized (queue) {
        from = closed ? NONE : subscription;
        closed = true;
        queue.clear();
        waker = Waker.noop();
      }
      from.cancel();
    }
  }
}
