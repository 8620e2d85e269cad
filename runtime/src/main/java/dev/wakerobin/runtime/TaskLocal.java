package dev.wakerobin.runtime;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.spi.Suspended;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value that a future, and all that it polls, can reach without being handed it: the user of a
/// request, say, or the number of its trace.
///
/// ```java
/// static final TaskLocal<String> USER = TaskLocal.named("user");
///
/// Future<Page> page = USER.with("ada", context -> Poll.ready(pageFor(USER.value())));
/// ```
///
/// The value is bound while the future is polled and while it is cancelled, on whichever thread
/// that happens, and not in between: other tasks of the same thread do not see it. An inner `with`
/// hides an outer one.
///
/// A spawned task inherits nothing, for it may outlive what the value belongs to; where it should,
/// say so: `spawn(USER.inherit(future))`. Nor does a blocking call: hand it the value. These are
/// the rules of Tokio's `task_local!`.
///
/// @param <T> what is bound
public final class TaskLocal<T> {
  private final String name;

  private TaskLocal(String name) {
    this.name = name;
  }

  /// A new one; the name is for messages. Usually a constant.
  public static <T> TaskLocal<T> named(String name) {
    return new TaskLocal<>(Objects.requireNonNull(name, "name"));
  }

  /// That future, with this value bound in it.
  public <R> Future<R> with(T value, Future<R> future) {
    return new Bound<>(
        Objects.requireNonNull(value, "value"), Objects.requireNonNull(future, "future"));
  }

  /// That future, with the value bound in it that is bound here, now; for one that is about to be
  /// spawned.
  ///
  /// @throws IllegalStateException if nothing is bound here
  public <R> Future<R> inherit(Future<R> future) {
    Objects.requireNonNull(future, "future");
    return with(value(), future);
  }

  /// The value that is bound here.
  ///
  /// @throws IllegalStateException if there is none
  public T value() {
    T value = bound();
    if (value == null) {
      throw new IllegalStateException(
          this
              + " is not bound here: wrap the future in its with(value, future). A spawned task does"
              + " not inherit it; spawn what inherit(future) gives");
    }
    return value;
  }

  /// The value that is bound here, if there is one.
  public Optional<T> find() {
    return Optional.ofNullable(bound());
  }

  @SuppressWarnings("unchecked") // Only bind puts something there.
  private @Nullable T bound() {
    return (T) Seat.ofThisThread().bound(this);
  }

  private void bind(@Nullable T value) {
    Seat.ofThisThread().bind(this, value);
  }

  @Override
  public String toString() {
    return "TaskLocal '" + name + "'";
  }

  private final class Bound<R> implements Future<R>, Suspended {
    private final T value;
    private final Future<R> future;

    Bound(T value, Future<R> future) {
      this.value = value;
      this.future = future;
    }

    @Override
    public Poll<R> poll(Context context) throws Exception {
      T outer = bound();
      bind(value);
      try {
        return future.poll(context);
      } finally {
        bind(outer);
      }
    }

    @Override
    public List<StackTraceElement> trace() {
      return Suspension.traceOf(future);
    }

    @Override
    public List<Stop> stops() {
      return Suspension.stopsOf(future);
    }

    @Override
    public void cancel() {
      T outer = bound();
      bind(value);
      try {
        future.cancel();
      } finally {
        bind(outer);
      }
    }
  }
}
