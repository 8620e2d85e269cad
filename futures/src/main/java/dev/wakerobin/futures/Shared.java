package dev.wakerobin.futures;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// One future for many: whoever calls [#future()] gets one of the same value, or the same failure.
///
/// ```java
/// Shared<Config> config = Futures.shared(load());
/// Tasks.spawn(serve(config.future()));
/// Tasks.spawn(report(config.future()));
/// ```
///
/// The original is polled by those who wait, by one of them at a time and on its thread, and only
/// while at least one of them is polled. It is cancelled when all the futures that were given out
/// have been cancelled; whoever asks for another one after that gets a [CancellationException].
///
/// May be used from any thread. The idea is that of `Shared` in Rust's `futures` crate.
///
/// @param <T> what it is a future of
public final class Shared<T> {
  private final Child<T> original; // Touched by who has the turn; by the last one that leaves.
  private final Map<Share<T>, Waker> waiting = new LinkedHashMap<>(); // Guarded by waiting.
  private boolean
      polling; // Whether somebody has the turn. Guarded by waiting, as is the following.
  private int givenOut; // How many have neither ended nor been cancelled.
  private @Nullable Outcome<T> outcome; // Once it has ended.

  Shared(Future<T> original) {
    this.original = new Child<>(original);
  }

  /// Another future of the value. Give each to one task.
  public Future<T> future() {
    synchronized (waiting) {
      givenOut++;
    }
    return new Share<>(this);
  }

  Poll<T> poll(Share<T> share, Context context) throws Exception {
    Outcome<T> ended;
    synchronized (waiting) {
      ended = outcome;
      if (ended == null) {
        waiting.put(share, context.waker());
        if (polling) {
          return Poll.pending(); // Who has the turn rings when it has ended.
        }
        polling = true;
      }
    }
    return result(ended != null ? ended : pollOriginal(context));
  }

  /// Takes the turn. Whatever rings meanwhile rings all who wait: we are one of them.
  private @Nullable Outcome<T> pollOriginal(Context context) {
    Outcome<T> ended;
    try {
      Poll<T> answer = original.poll(context.withWaker(this::ringAll));
      ended = answer instanceof Poll.Ready<T>(T value) ? new Outcome.Value<>(value) : null;
    } catch (Throwable thrown) {
      ended = new Outcome.Failure<>(thrown);
    }
    synchronized (waiting) {
      polling = false;
      outcome = ended;
    }
    if (ended != null) {
      ringAll();
    }
    return ended;
  }

  private static <T> Poll<T> result(@Nullable Outcome<T> outcome) throws Exception {
    return switch (outcome) {
      case null -> Poll.pending();
      case Outcome.Value<T>(T value) -> Poll.ready(value);
      case Outcome.Failure<T>(Throwable cause) -> throw Thrown.fromPoll(cause);
    };
  }

  /// Who leaves may have been the one that was to poll next, so the others have to look.
  void leave(Share<T> share) {
    boolean wasLast;
    synchronized (waiting) {
      waiting.remove(share);
      wasLast = --givenOut == 0 && outcome == null;
      if (wasLast) {
        outcome =
            new Outcome.Failure<>(
                new CancellationException(
                    "the shared future was cancelled, as nobody who had asked for it wanted it any more"));
      }
    }
    if (wasLast) {
      original.cancel();
    } else {
      ringAll();
    }
  }

  private void ringAll() {
    Iterator<Waker> wakers;
    synchronized (waiting) {
      wakers = new LinkedHashMap<>(waiting).values().iterator();
      waiting.clear();
    }
    wakers.forEachRemaining(Waker::wake); // Not under the lock.
  }
}
