package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.spi.Want;
import java.util.List;
import java.util.Optional;

/// One who waits at the end of a channel.
abstract sealed class Receive<V> implements Future<V> {
  private final Pipe<?> pipe;
  private boolean over;

  private Receive(Pipe<?> pipe) {
    this.pipe = pipe;
    Want.made(this);
  }

  @Override
  public final Poll<V> poll(Context context) {
    if (over) {
      throw new IllegalStateException(
          "a receive was polled after its end: make a new one for each value");
    }
    Poll<V> answer = take(context);
    over = answer.isReady();
    return answer;
  }

  final Pipe<?> pipe() {
    return pipe;
  }

  abstract Poll<V> take(Context context);

  @Override
  public final void cancel() {
    over = true;
    pipe.stopWaiting(this);
  }

  /// One who waits for a value.
  static final class One<T> extends Receive<Optional<T>> {
    private final Receiver<T> receiver;

    One(Receiver<T> receiver, Pipe<T> pipe) {
      super(pipe);
      this.receiver = receiver;
    }

    @Override
    Poll<Optional<T>> take(Context context) {
      return receiver.poll(this, context);
    }
  }

  /// One who waits for whatever there is.
  static final class Many<T> extends Receive<List<T>> {
    private final Receiver<T> receiver;
    private final int most;

    Many(Receiver<T> receiver, Pipe<T> pipe, int most) {
      super(pipe);
      this.receiver = receiver;
      this.most = most;
    }

    @Override
    Poll<List<T>> take(Context context) {
      return receiver.pollMany(this, most, context);
    }
  }
}
