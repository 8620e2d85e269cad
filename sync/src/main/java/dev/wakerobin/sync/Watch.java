package dev.wakerobin.sync;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Next;
import dev.wakerobin.Stream;
import dev.wakerobin.Waker;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// One value that changes, and those who want to know: a configuration, a state, a progress.
///
/// ```java
/// Watch<State> state = new Watch<>(State.STARTING);
/// Future<Optional<State>> up = state.subscribe().awaitValue(State.RUNNING::equals);
/// state.set(State.RUNNING);
/// ```
///
/// Only the latest value is kept: who looks seldom sees some changes as one. Whoever
/// [closes][#close()] it closes it for all. All methods may be called from any thread. The
/// semantics are those of Tokio's `watch`.
///
/// @param <T> what is watched; best immutable, for it is shared
public final class Watch<T> implements AutoCloseable {

  /// The value, and how often it has been set.
  record Version<T>(T value, long number, boolean last) {}

  private volatile Version<T> current; // Written under the lock.
  private final Waiters<WatchWait<T>> line = new Waiters<>(); // Guarded by this.

  /// One that begins with this value.
  public Watch(T initial) {
    this.current = new Version<>(Objects.requireNonNull(initial, "initial"), 0, false);
  }

  /// The latest value.
  public T value() {
    return current.value();
  }

  /// Sets the value, and tells everybody, even if it equals the last one.
  ///
  /// @throws ClosedException if this was closed
  public void set(T value) {
    Objects.requireNonNull(value, "value");
    update(_ -> value);
  }

  /// Sets the value to what the function makes of the last one. The function may be called more
  /// than once, if others set the value meanwhile, and should do nothing else.
  ///
  /// @return the new value
  /// @throws ClosedException if this was closed
  public T update(UnaryOperator<T> function) {
    while (true) {
      Version<T> seen = current;
      if (seen.last()) {
        throw new ClosedException("the watch is closed: its value changes no more");
      }
      T value = Objects.requireNonNull(function.apply(seen.value()), "the new value");
      if (replace(seen, new Version<>(value, seen.number() + 1, false))) {
        return value;
      }
    }
  }

  /// Changes the value no more. Those who wait for a change get what they have not seen yet, and
  /// then an empty answer. Closing again does nothing.
  @Override
  public void close() {
    Version<T> seen = current;
    while (!seen.last() && !replace(seen, new Version<>(seen.value(), seen.number(), true))) {
      seen = current;
    }
  }

  private boolean replace(Version<T> seen, Version<T> next) {
    Bells bells = new Bells();
    synchronized (this) {
      if (current != seen) {
        return false;
      }
      current = next;
      line.callAll(bells);
    }
    bells.ring();
    return true;
  }

  /// Whether it was closed.
  public boolean isClosed() {
    return current.last();
  }

  /// Somebody who watches. The value that is there now counts as seen.
  public Receiver<T> subscribe() {
    return new Receiver<>(this, current.number());
  }

  Version<T> current() {
    return current;
  }

  /// Waits in line for something after that version. False if there is something already.
  synchronized boolean awaitNext(Version<T> seen, WatchWait<T> who, Waker bell) {
    if (current != seen) {
      return false;
    }
    line.add(who, bell);
    return true;
  }

  synchronized void forget(WatchWait<T> who) {
    line.remove(who);
    who.end();
  }

  @Override
  public String toString() {
    return "Watch(" + value() + (isClosed() ? ", closed)" : ")");
  }

  /// Somebody who watches a [Watch], and remembers which change was the last one seen. It is for
  /// one task at a time, and needs no closing.
  ///
  /// It is also the [Stream] of what [#changed()] gives: the changes that it comes to see, until
  /// the watch is closed.
  ///
  /// @param <T> what is watched
  public static final class Receiver<T> implements Stream<T> {
    private final Watch<T> watch;
    private final Following<Optional<T>, T> changes =
        new Following<>(this::changed, value -> value.map(Next::item).orElseGet(Next::end));
    private volatile long seen;

    private Receiver(Watch<T> watch, long seen) {
      this.watch = watch;
      this.seen = seen;
    }

    /// The latest value; it counts as seen or unseen as before.
    public T value() {
      return watch.value();
    }

    /// The latest value, which counts as seen from now on.
    public T see() {
      Version<T> latest = watch.current();
      seen = latest.number();
      return latest.value();
    }

    /// Whether there was a change after the last one that was seen.
    public boolean hasChanged() {
      return watch.current().number() != seen;
    }

    /// The value, once there was a change after the last one that was seen: the latest, which
    /// counts as seen then. Empty if the watch was closed and everything was seen. If it is
    /// cancelled, nothing counts as seen.
    public Future<Optional<T>> changed() {
      return new WatchWait<>(watch, this, version -> version.number() != seen);
    }

    /// The value, once it is as the predicate says: at once if it is so now. It counts as seen
    /// then. Empty if the watch was closed without that. The predicate is asked once for each value
    /// that is looked at; if it throws, the future fails.
    public Future<Optional<T>> awaitValue(Predicate<T> predicate) {
      Objects.requireNonNull(predicate, "predicate");
      return new WatchWait<>(watch, this, version -> predicate.test(version.value()));
    }

    @Override
    public Next<T> pollNext(Context context) throws Exception {
      return changes.pollNext(context);
    }

    @Override
    public void cancel() {
      changes.cancel();
    }

    void saw(Version<T> version) {
      seen = version.number();
    }
  }
}
