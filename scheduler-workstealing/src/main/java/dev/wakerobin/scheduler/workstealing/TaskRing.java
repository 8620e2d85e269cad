package dev.wakerobin.scheduler.workstealing;

import dev.wakerobin.spi.Gap;
import dev.wakerobin.spi.ReadyTask;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A worker's queue: a ring of fixed size. Its owner pushes at the tail and takes from the head;
/// thieves take from the head, half at a time.
///
/// ```
///   slots   . . . a b c d e . . . .
///                 ▲         ▲
///                 head      tail         both only ever grow; a slot is index & MASK
/// ```
///
/// Who touches what: `tail` is written by the owner alone, and so are the slots. `head` moves by
/// compare-and-set, for the owner and the thieves compete for it. A thief first copies what it
/// wants and then moves the head: if that fails its copies are worth nothing. The owner cannot
/// overwrite what is being copied, for it writes only beyond `head + CAPACITY`; once the head has
/// moved, the thief's compare-and-set fails.
///
/// It would be fooled only if the head came round to the same 32-bit number between a thief's look
/// and its compare-and-set, after 4 billion tasks. The queue is Go's (`runqput`, `runqgrab` in
/// `runtime/proc.go`).
///
/// Invariants, with properties in `TaskRingProperties`: `0 <= tail - head <= CAPACITY`; every task
/// pushed is taken exactly once; one owner's tasks are taken in the order in which they were
/// pushed.
///
/// It lies apart in memory, as [WorkerState] does: two rings side by side made a yield on two
/// workers twice as dear.
sealed class TaskRing extends Gap {
  static final int CAPACITY = 256;
  private static final int MASK = CAPACITY - 1;

  private static final VarHandle HEAD;
  private static final VarHandle TAIL;
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(ReadyTask[].class);

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      HEAD = lookup.findVarHandle(TaskRing.class, "head", int.class);
      TAIL = lookup.findVarHandle(TaskRing.class, "tail", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final @Nullable ReadyTask[] slots = new ReadyTask[CAPACITY];
  private volatile int head;
  private volatile int tail;
  private int forgottenUpTo; // The owner's: slots before it hold nothing that was taken.

  private TaskRing() {}

  static TaskRing create() {
    return new Apart();
  }

  /// Adds a task at the tail; false if the ring is full. Owner only.
  boolean push(ReadyTask task) {
    int end = (int) TAIL.get(this);
    if (end - head >= CAPACITY) {
      return false;
    }
    SLOT.setOpaque(slots, end & MASK, task);
    TAIL.setRelease(this, end + 1); // Pairs with the thief's read of tail: it sees the task.
    return true;
  }

  /// Takes the task at the head, if there is one. Owner only.
  @Nullable ReadyTask poll() {
    while (true) {
      int begin = head;
      if (begin == (int) TAIL.get(this)) {
        return null;
      }
      int slot = begin & MASK;
      ReadyTask task = (ReadyTask) SLOT.getOpaque(slots, slot);
      if (HEAD.compareAndSet(this, begin, begin + 1)) {
        SLOT.setOpaque(slots, slot, (ReadyTask) null);
        return task;
      }
    }
  }

  /// Moves half of what is here, and at least one, to the ring of a thief that has run dry, except
  /// for the last of them, which is answered: the thief runs it at once. Called by the thief, which
  /// owns the other ring.
  ///
  /// @param count is told how many were taken, if any
  @Nullable ReadyTask stealInto(TaskRing thief, Consumer<Integer> count) {
    while (true) {
      int begin = head;
      int size = tail - begin;
      int half = size - size / 2;
      if (half <= 0) {
        return null;
      }
      if (half > CAPACITY / 2) {
        continue; // Head and tail were read apart: look again.
      }
      int thiefTail = (int) TAIL.get(thief);
      for (int i = 0; i < half; i++) {
        Object task = SLOT.getOpaque(slots, (begin + i) & MASK);
        SLOT.setOpaque(thief.slots, (thiefTail + i) & MASK, (ReadyTask) task);
      }
      if (HEAD.compareAndSet(this, begin, begin + half)) {
        count.accept(half);
        return thief.keepStolen(thiefTail, half);
      }
    }
  }

  /// What was copied beyond the tail is ours now: all but the last one join the queue.
  private @Nullable ReadyTask keepStolen(int oldTail, int count) {
    int last = (oldTail + count - 1) & MASK;
    ReadyTask task = (ReadyTask) SLOT.getOpaque(slots, last);
    SLOT.setOpaque(slots, last, (ReadyTask) null);
    TAIL.setRelease(this, oldTail + count - 1);
    return task;
  }

  /// Takes the older half out of a full ring, to make room. Null if a thief has just made room.
  /// Owner only.
  ReadyTask @Nullable [] takeOlderHalf() {
    int begin = head;
    if ((int) TAIL.get(this) - begin < CAPACITY) {
      return null;
    }
    ReadyTask[] half = new ReadyTask[CAPACITY / 2];
    for (int i = 0; i < half.length; i++) {
      half[i] = (ReadyTask) SLOT.getOpaque(slots, (begin + i) & MASK);
    }
    return HEAD.compareAndSet(this, begin, begin + half.length) ? half : null;
  }

  boolean isEmpty() {
    return size() <= 0;
  }

  /// How many there are, give or take those that come and go meanwhile.
  int size() {
    return tail - head;
  }

  /// How many more fit. Owner only; thieves can only make it more.
  int room() {
    return CAPACITY - size();
  }

  /// Lets go of tasks that thieves have taken: only the owner may write the slots, so only it can.
  /// Owner only, and only while the ring is empty.
  void forgetTaken() {
    int begin = head;
    if (begin != forgottenUpTo) {
      Arrays.fill(slots, null);
      forgottenUpTo = begin;
    }
  }

  /// The ring with a gap behind it, too.
  @SuppressWarnings("unused")
  private static final class Apart extends TaskRing {
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
