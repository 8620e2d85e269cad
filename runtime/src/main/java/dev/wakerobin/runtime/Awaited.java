package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Those who wait for a task to end. Most tasks are joined by nobody or by one other: its waker is
/// kept as it is, for a list would be larger than the task.
abstract class Awaited extends TaskState {
  private static final VarHandle JOINERS;

  static {
    try {
      JOINERS = MethodHandles.lookup().findVarHandle(Awaited.class, "joiners", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile @Nullable Object joiners; // Nobody, one Waker, or for good a WakerList.

  /// Somebody waits. He has to look once more whether the task has ended: that pairs with `finish`.
  final void addJoiner(Waker waker) {
    boolean entered = false;
    while (!entered) {
      Object seen = joiners;
      if (seen instanceof WakerList list) {
        list.add(waker);
        entered = true;
      } else {
        entered = seen == waker || JOINERS.compareAndSet(this, seen, with(waker, (Waker) seen));
      }
    }
  }

  private static Object with(Waker waker, @Nullable Waker first) {
    if (first == null) {
      return waker;
    }
    WakerList both = new WakerList();
    both.add(first);
    both.add(waker);
    return both;
  }

  /// Whether anybody waits just now.
  final boolean isAwaited() {
    Object waiting = joiners;
    return waiting instanceof WakerList list ? list.size() > 0 : waiting != null;
  }

  /// Rings all who wait, and forgets them.
  final void wakeJoiners(Consumer<? super Throwable> reporter) {
    Object waiting = joiners;
    if (waiting != null) {
      wake(waiting, reporter);
    }
  }

  private void wake(Object waiting, Consumer<? super Throwable> reporter) {
    if (waiting instanceof WakerList list) {
      list.wakeAll(reporter);
    } else if (JOINERS.compareAndSet(this, waiting, null)) {
      Bell.ring((Waker) waiting, reporter);
    } else {
      wakeJoiners(reporter); // Another one has come, or this one was rung by somebody else.
    }
  }
}
