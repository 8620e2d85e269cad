package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import dev.wakerobin.Unit;
import dev.wakerobin.Waker;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Publishes the items of a stream to one subscriber.
final class ToPublisher<T> implements Flow.Publisher<T> {
  private final Stream<T> stream;
  private final Consumer<? super Future<Unit>> spawn;
  private final AtomicBoolean taken = new AtomicBoolean();

  ToPublisher(Stream<T> stream, Consumer<? super Future<Unit>> spawn) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.spawn = spawn;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    Demand demand = new Demand();
    subscriber.onSubscribe(demand);
    if (taken.getAndSet(true)) {
      subscriber.onError(
          new IllegalStateException("this stream has its one subscriber: make another publisher"));
    } else {
      spawn.accept(new Delivery<>(stream, demand, subscriber));
    }
  }

  /// What the subscriber wants, said from any thread.
  private static final class Demand implements Flow.Subscription {
    private final AtomicLong wanted = new AtomicLong(); // Asked for and not given.
    private volatile boolean askedWrongly;
    private volatile boolean cancelled;
    private volatile Waker waker = Waker.noop();

    @Override
    public void request(long count) {
      if (count < 1) {
        askedWrongly = true;
      } else {
        wanted.getAndUpdate(sum -> count > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + count);
      }
      waker.wake();
    }

    @Override
    public void cancel() {
      cancelled = true;
      waker.wake();
    }

    /// To be called before looking at the wishes: who wishes does it the other way round.
    void listen(Waker now) {
      waker = now;
    }

    boolean isNone() {
      return wanted.get() == 0;
    }

    /// One item was given. The greatest number means: without end.
    void isMet() {
      wanted.getAndUpdate(sum -> sum == Long.MAX_VALUE ? sum : sum - 1);
    }
  }

  /// Polls the stream as far as items are asked for, and gives them to the subscriber.
  private static final class Delivery<T> extends Combined<Unit> {
    private final Source<T> source;
    private final Demand demand;
    private final Flow.Subscriber<? super T> subscriber;
    private boolean ended; // The subscriber has been told the end, or wants to hear no more.

    Delivery(Stream<T> stream, Demand demand, Flow.Subscriber<? super T> subscriber) {
      this.source = new Source<>(stream);
      this.demand = demand;
      this.subscriber = subscriber;
    }

    @Override
    Poll<Unit> step(Context context) {
      demand.listen(context.waker());
      do {
        if (demand.cancelled) {
          ended = true;
          return Poll.ready();
        }
        if (demand.askedWrongly) {
          return endWith(new IllegalArgumentException("ask for 1 item or more (Flow, rule 3.9)"));
        }
        if (demand.isNone()) {
          return Poll.pending();
        }
        Next<T> answer;
        try {
          answer = source.pollNext(context);
        } catch (Throwable failure) {
          return endWith(failure);
        }
        switch (answer) {
          case Next.Item<T>(T value) -> give(value);
          case Next.Pending<T> _ -> {
            return Poll.pending();
          }
          case Next.End<T> _ -> {
            ended = true;
            subscriber.onComplete();
            return Poll.ready();
          }
        }
      } while (context.tryProceed());
      return Poll.pending();
    }

    private void give(T value) {
      demand.isMet();
      boolean given = false;
      try {
        subscriber.onNext(value);
        given = true;
      } finally {
        ended =
            !given; // A subscriber must not throw; one that does hears no more, and the task fails.
      }
    }

    private Poll<Unit> endWith(Throwable failure) {
      ended = true;
      subscriber.onError(failure);
      return Poll.ready();
    }

    @Override
    void letGo() {
      try {
        source.cancel();
      } finally {
        if (!ended && !demand.cancelled) {
          ended = true;
          subscriber.onError(new CancellationException("the task of this publisher was cancelled"));
        }
      }
    }
  }
}
