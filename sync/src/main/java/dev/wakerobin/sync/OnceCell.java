package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Waker;
import dev.wakerobin.spi.Want;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A place for one value, which is made by the first who asks for it, and by nobody twice.
///
/// ```java
/// Future<Config> config = cell.valueOrInit(() -> loadConfig());
/// ```
///
/// If several ask at once, one makes the value and the others wait for it. If that one fails or is
/// cancelled, it alone hears of it, and the next in line tries. Making the value must not ask the
/// same cell for it: that would wait for itself. All methods may be called from any thread.
///
/// @param <T> what is in it
public final class OnceCell<T> {
  private volatile @Nullable T value; // Written once, under the lock.
  private boolean busy; // Whether somebody makes the value. Guarded by this.
  private final Waiters<Asking> line = new Waiters<>(); // Guarded by this.

  /// An empty one.
  public OnceCell() {}

  /// The value, if there is one by now.
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /// Puts a value in.
  ///
  /// @return false, and nothing is changed, if there is one already or somebody is making one
  public synchronized boolean set(T value) {
    Objects.requireNonNull(value, "value");
    if (this.value != null || busy) {
      return false;
    }
    this.value = value;
    return true;
  }

  /// The value: the one that is there, or else the one that the future gives which is asked for
  /// here. That future is made, and polled, only if it is our turn to make the value.
  ///
  /// It fails as that future fails, if it is ours.
  public Future<T> valueOrInit(Supplier<Future<T>> init) {
    return new Asking(Objects.requireNonNull(init, "init"));
  }

  @Override
  public String toString() {
    T there = value;
    return there == null ? "OnceCell(empty)" : "OnceCell(" + there + ")";
  }

  /// True if there is a value, or if it is this one's turn to make it; otherwise it waits in line.
  private synchronized boolean enter(Asking who, Waker bell) {
    if (value != null || who.isCalled()) {
      return true;
    }
    if (busy) {
      line.add(who, bell);
      return false;
    }
    busy = true;
    who.pass();
    return true;
  }

  private void fill(T made) {
    Bells bells = new Bells();
    synchronized (this) {
      value = made;
      busy = false;
      line.dismissAll(bells);
    }
    bells.ring();
  }

  /// This one will not make the value; if it was its turn, that goes to the next.
  private void giveUp(Asking who) {
    Bells bells = new Bells();
    synchronized (this) {
      line.remove(who);
      if (who.isCalled()) {
        busy = line.callFirst(bells);
      }
      who.end();
    }
    bells.ring();
  }

  /// One who wants the value.
  private final class Asking extends Waiter implements Future<T> {
    private final Supplier<Future<T>> init;
    private @Nullable Future<T> making; // Once it is our turn.

    Asking(Supplier<Future<T>> init) {
      this.init = init;
    }

    @Override
    Want wanted() {
      return new Want("for another task to make the value of", OnceCell.this, "OnceCell", "");
    }

    @Override
    public Poll<T> poll(Context context) throws Exception {
      refuseIfEnded();
      if (making == null && !enter(this, context.waker())) {
        return Poll.pending();
      }
      T there = value;
      return there == null ? make(context) : answer(there, context);
    }

    private Poll<T> answer(T there, Context context) {
      if (!context.tryProceed()) {
        return Poll.pending();
      }
      end();
      return Poll.ready(there);
    }

    private Poll<T> make(Context context) throws Exception {
      Poll<T> answer;
      try {
        Future<T> maker = making;
        if (maker == null) {
          maker = Objects.requireNonNull(init.get(), "the future of the value");
          making = maker;
        }
        answer = maker.poll(context);
      } catch (Throwable thrown) {
        giveUp(this);
        throw thrown;
      }
      if (answer instanceof Poll.Ready<T>(T made)) {
        fill(made);
        end();
      }
      return answer;
    }

    @Override
    public void cancel() {
      try {
        if (making != null && isCalled()) {
          making.cancel();
        }
      } finally {
        giveUp(this);
      }
    }
  }
}
