package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.runtime.Instrument.CallKind;
import dev.wakerobin.spi.Want;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A call that runs on a thread of its own, and the future of what it gives. Cancelling keeps it
/// from starting; once it has started it runs to its end, and then nobody may be there for its
/// value.
final class BlockingCall<T> implements Future<T> {
  private enum State {
    NEW,
    STARTED,
    ENDED,
    CANCELLED
  }

  private final Callable<T> call;

  private State state = State.NEW; // This and the rest are guarded by this.
  private @Nullable Waker waker;
  private Poll<T> value = Poll.pending();
  private @Nullable Throwable failure;

  BlockingCall(Callable<T> call) {
    this.call = call;
  }

  /// Makes the call, on the calling thread, unless it was cancelled.
  void start(Instruments instruments, CallKind kind) {
    if (!move(State.NEW, State.STARTED)) {
      return;
    }
    instruments.callStarted(kind);
    Poll<T> answer = Poll.pending();
    Throwable thrown = null;
    try {
      answer = Poll.ready(call.call());
    } catch (Throwable t) {
      thrown = t;
    }
    instruments.callEnded(kind); // First: whoever awaits the value may look at what was told.
    end(answer, thrown);
  }

  private synchronized boolean move(State from, State to) {
    if (state != from) {
      return false;
    }
    state = to;
    return true;
  }

  private void end(Poll<T> answer, @Nullable Throwable thrown) {
    Waker waiting;
    synchronized (this) {
      state = State.ENDED;
      value = answer;
      failure = thrown;
      waiting = waker;
    }
    if (waiting != null) {
      waiting.wake();
    }
  }

  /// Whether it began and goes on.
  synchronized boolean isRunning() {
    return state == State.STARTED;
  }

  @Override
  public synchronized Poll<T> poll(Context context) throws Exception {
    if (state != State.ENDED) {
      if (waker == null) {
        Want.note(this, BlockingCall::want);
      }
      waker = context.waker();
      return Poll.pending();
    }
    return switch (failure) {
      case null -> value;
      case Exception exception -> throw exception;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException("a call threw " + other, other);
    };
  }

  /// What it waits for, until the call has ended.
  private synchronized Optional<Want> want() {
    String purpose = "for its call to come back";
    return switch (state) {
      case NEW -> Optional.of(new Want(purpose, this, "", "it has not begun: no thread is free"));
      case STARTED -> Optional.of(new Want(purpose, this, "", "it is under way"));
      case ENDED, CANCELLED -> Optional.empty();
    };
  }

  @Override
  public void cancel() {
    move(State.NEW, State.CANCELLED);
  }
}
