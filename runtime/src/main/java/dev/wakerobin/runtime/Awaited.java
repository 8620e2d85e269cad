package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Those who wait for a task to end. The list is made by the first who comes: most tasks are never
/// joined before they have ended.
abstract class Awaited extends TaskState {
  private static final VarHandle JOINERS;

  static {
    try {
      JOINERS = MethodHandles.lookup().findVarHandle(Awaited.class, "joiners", WakerList.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile @Nullable WakerList joiners;

  /// Somebody waits. He has to look once more whether the task has ended: that pairs with `finish`.
  final void addJoiner(Waker waker) {
    joiners().add(waker);
  }

  private WakerList joiners() {
    WakerList list = joiners;
    if (list != null) {
      return list;
    }
    WakerList made = new WakerList();
    WakerList first = (WakerList) JOINERS.compareAndExchange(this, null, made);
    return first != null ? first : made;
  }

  /// Whether anybody waits just now.
  final boolean isAwaited() {
    WakerList waiting = joiners;
    return waiting != null && waiting.size() > 0;
  }

  /// Rings all who wait, and forgets them.
  final void wakeJoiners(Consumer<? super Throwable> reporter) {
    WakerList waiting = joiners;
    if (waiting != null) {
      waiting.wakeAll(reporter);
    }
  }
}
