package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Gap;
import dev.wakerobin.spi.ReadyTask;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// What a worker writes with each task that it runs.
///
/// It lies apart in memory: next to something that another processor uses, each task would take
/// that away from it and get it back. On two workers a yield took 100 ns of processor time without
/// the gaps around it and 73 with them, a spawn 137 and 110.
abstract class WorkerState extends Gap {
  private static final VarHandle SLOT;
  private static final VarHandle POLLS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      SLOT = lookup.findVarHandle(WorkerState.class, "slot", ReadyTask.class);
      POLLS = lookup.findVarHandle(WorkerState.class, "polls", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// The task that was woken first since the slot was empty. It goes before the ring, for what it
  /// needs is in the cache. Filled and emptied by the owner, emptied by the watcher of the slots
  /// too.
  private volatile @Nullable ReadyTask slot;

  private int polls; // Written by the owner; the watcher of the slots reads it.

  // The owner's alone:
  int slotRuns; // How often in a row the slot went first.
  boolean searching;
  boolean unannounced; // A task has gone to the ring and nobody was notified.
  @Nullable ReadyTask running;

  private volatile boolean asleep; // Written under the lock of Idle.

  // ---- The owner's

  /// One more poll begins.
  final void countPoll() {
    POLLS.setOpaque(this, polls + 1);
  }

  /// Whether this poll is one of those of which there is one in so many.
  final boolean isEvery(int interval) {
    return polls % interval == 0;
  }

  /// Puts a task into the slot if that is empty. Others only empty it, so what the owner sees empty
  /// stays so until he fills it.
  final boolean fillSlot(ReadyTask task) {
    if (slot != null) {
      return false;
    }
    SLOT.setVolatile(this, task);
    return true;
  }

  // ---- Anybody's

  /// Takes what is in the slot, if anything is.
  final @Nullable ReadyTask takeSlot() {
    return slot == null ? null : (ReadyTask) SLOT.getAndSet(this, null);
  }

  final boolean hasTaskInSlot() {
    return slot != null;
  }

  /// How many polls have begun, give or take the latest one.
  final int polls() {
    return (int) POLLS.getOpaque(this);
  }

  final boolean isAsleep() {
    return asleep;
  }

  final void asleep(boolean sleeps) {
    asleep = sleeps;
  }

  /// The state with a gap behind it, too.
  @SuppressWarnings("unused")
  abstract static class Apart extends WorkerState {
    long behind0;
    long behind1;
    long behind2;
    long behind3;
    long behind4;
    long behind5;
    long behind6;
    long behind7;
    long behind8;
    long behind9;
    long behind10;
    long behind11;
    long behind12;
    long behind13;
    long behind14;
    long behind15;
  }
}
