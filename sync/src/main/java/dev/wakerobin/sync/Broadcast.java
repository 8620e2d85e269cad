package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Poll;
import dev.wakerobin.Stream;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends each value to everybody who has subscribed before.
///
/// ```java
/// Broadcast<Price> prices = new Broadcast<>(100);
/// Broadcast.Receiver<Price> receiver = prices.subscribe();
/// prices.send(price);
/// ```
///
/// Sending never waits. The last values, as many as the capacity says, are kept until every
/// receiver has had them. A receiver that falls further behind does not hold up the others: it
/// loses the oldest values, is told how many they were ([Received.Lagged]), and goes on with the
/// oldest one that is kept.
///
/// Any number of senders may share it; whoever [closes][#close()] it closes it for all. All methods
/// may be called from any thread. The semantics are Tokio's `broadcast`, with exact capacities.
///
/// ```
///             next of a slow receiver          next of a quick one
///                      ▼                              ▼
///   … lost lost lost [ 7 ][ 8 ][ 9 ][ 10 ][ 11 ]    tail = 12
///                      └──────── capacity 5 ──┘
/// ```
///
/// @param <T> what is sent
public final class Broadcast<T> implements AutoCloseable {

  /// A value that is kept, and how many receivers have yet to see it.
  private static final class Kept<T> {
    final T value;
    int unseen;

    Kept(T value, int unseen) {
      this.value = value;
      this.unseen = unseen;
    }
  }

  /// What a receiver gets.
  ///
  /// @param <T> what is sent
  public sealed interface Received<T> {
    /// The next value.
    ///
    /// @param value the value
    record Value<T>(T value) implements Received<T> {}

    /// The receiver was too slow. The next receive gives the oldest value that is kept.
    ///
    /// @param missed how many values it will not get, 1 or more
    record Lagged<T>(long missed) implements Received<T> {}

    /// There will be nothing any more.
    record Ended<T>() implements Received<T> {}
  }

  private final @Nullable Kept<T>[] ring; // This and the rest are guarded by this.
  private long tail; // How many values have been sent.
  private int receivers;
  private boolean closed;
  private final Waiters<Receiving> line = new Waiters<>();

  /// One that keeps so many values for those who have not seen them.
  ///
  /// @throws IllegalArgumentException if the capacity is below 1
  @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type.
  public Broadcast(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "a broadcast keeps 1 value or more, and this would keep " + capacity);
    }
    this.ring = new Kept[capacity];
  }

  /// Sends the value to all who have subscribed.
  ///
  /// @return how many receivers there are to see it; with none it is let go
  /// @throws ClosedException if this was closed
  public int send(T value) {
    Objects.requireNonNull(value, "value");
    Bells bells = new Bells();
    int reached;
    synchronized (this) {
      if (closed) {
        throw new ClosedException("the broadcast is closed: it sends nothing more");
      }
      reached = receivers;
      ring[place(tail)] = reached == 0 ? null : new Kept<>(value, reached);
      tail++;
      line.callAll(bells);
    }
    bells.ring();
    return reached;
  }

  /// A receiver of what is sent from now on.
  public synchronized Receiver<T> subscribe() {
    receivers++;
    return new Receiver<>(this, tail);
  }

  /// How many receivers there are that have not been closed.
  public synchronized int receiverCount() {
    return receivers;
  }

  /// Sends nothing more. Receivers get what they have not seen yet, as far as it is kept, and then
  /// [Received.Ended]. Closing again does nothing.
  @Override
  public void close() {
    Bells bells = new Bells();
    synchronized (this) {
      closed = true;
      line.callAll(bells);
    }
    bells.ring();
  }

  private int place(long position) {
    return (int) (position % ring.length);
  }

  private long oldestKept() {
    return Math.max(0, tail - ring.length);
  }

  /// True if there is something for that receiver; otherwise this one waits in line.
  private synchronized boolean hasNews(Receiver<T> receiver, Receiving who, Waker bell) {
    if (receiver.closed || receiver.next < tail || closed) {
      return true;
    }
    line.add(who, bell);
    return false;
  }

  /// What comes next for that receiver; empty if there is nothing just now.
  private synchronized Optional<Received<T>> take(Receiver<T> receiver) {
    if (receiver.closed) {
      throw new ClosedException("this receiver is closed: subscribe() gives another one");
    }
    if (receiver.next == tail) {
      return closed ? Optional.of(new Received.Ended<>()) : Optional.empty();
    }
    long missed = oldestKept() - receiver.next;
    if (missed > 0) {
      receiver.next = oldestKept();
      return Optional.of(new Received.Lagged<>(missed));
    }
    return Optional.of(new Received.Value<>(see(receiver.next++)));
  }

  private T see(long position) {
    Kept<T> kept = Objects.requireNonNull(ring[place(position)]);
    kept.unseen--;
    if (kept.unseen == 0) {
      ring[place(position)] = null;
    }
    return kept.value;
  }

  private void leave(Receiver<T> receiver) {
    Bells bells = new Bells();
    synchronized (this) {
      if (receiver.closed) {
        return;
      }
      receiver.closed = true;
      receivers--;
      for (long unseen = Math.max(receiver.next, oldestKept()); unseen < tail; unseen++) {
        see(unseen);
      }
      line.callAll(bells); // A wait of this receiver may be among them; the others wait again.
    }
    bells.ring();
  }

  /// How many values are kept.
  synchronized long kept() {
    return Arrays.stream(ring).filter(Objects::nonNull).count();
  }

  private synchronized long behind(Receiver<T> receiver) {
    return receiver.closed ? 0 : tail - receiver.next;
  }

  /// Somebody who gets what a [Broadcast] sends. Usually one task uses it; if several do, each
  /// value goes to one of them.
  ///
  /// Who needs it no more should close it, so that nothing is kept for it.
  ///
  /// It is also the [Stream] of what [#receive()] gives, until there is nothing any more: values,
  /// and the news that some were missed. Cancelling the stream closes the receiver.
  ///
  /// @param <T> what is sent
  public static final class Receiver<T> implements Stream<Received<T>>, AutoCloseable {
    private final Broadcast<T> broadcast;
    private final Following<Received<T>, Received<T>> received =
        new Following<>(this::receive, Receiver::asItem);
    private long next; // Guarded by broadcast, as is the rest.
    private boolean closed;

    private Receiver(Broadcast<T> broadcast, long next) {
      this.broadcast = broadcast;
      this.next = next;
    }

    /// The next value, or the news that some were missed, or that there will be none any more. If
    /// it is cancelled, nothing is lost. It fails with [ClosedException] if this receiver is
    /// closed.
    public Future<Received<T>> receive() {
      return broadcast.new Receiving(this);
    }

    /// The same if there is something now; empty otherwise.
    ///
    /// @throws ClosedException if this receiver is closed
    public Optional<Received<T>> tryReceive() {
      return broadcast.take(this);
    }

    @Override
    public Next<Received<T>> pollNext(Context context) throws Exception {
      return received.pollNext(context);
    }

    private static <T> Next<Received<T>> asItem(Received<T> received) {
      return switch (received) {
        case Received.Value<T> _, Received.Lagged<T> _ -> Next.item(received);
        case Received.Ended<T> _ -> Next.end();
      };
    }

    @Override
    public void cancel() {
      received.cancel();
      close();
    }

    /// How many values were sent that this receiver has not seen, those included that are lost to
    /// it.
    public long behind() {
      return broadcast.behind(this);
    }

    /// Wants nothing more. Closing again does nothing.
    @Override
    public void close() {
      broadcast.leave(this);
    }
  }

  /// One receive.
  private final class Receiving extends Waiter implements Future<Received<T>> {
    private final Receiver<T> receiver;

    Receiving(Receiver<T> receiver) {
      this.receiver = receiver;
    }

    @Override
    Want wanted() {
      return new Want("for a value from", Broadcast.this, "Broadcast", "");
    }

    @Override
    public Poll<Received<T>> poll(Context context) {
      refuseIfEnded();
      // Twice around only if another task took what there was, with the same receiver.
      while (hasNews(receiver, this, context.waker()) && context.tryProceed()) {
        Optional<Received<T>> received = take(receiver);
        if (received.isPresent()) {
          end();
          return Poll.ready(received.get());
        }
      }
      return Poll.pending();
    }

    @Override
    public void cancel() {
      synchronized (Broadcast.this) {
        line.remove(this);
        end();
      }
    }
  }
}
