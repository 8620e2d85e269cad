package dev.wakerobin.runtime;

import dev.wakerobin.Waker;
import java.lang.ref.Reference;

/// The bell of a task, as one poll hands it out. It does what the task itself does as a waker; that
/// it is an object of its own lets the garbage collector tell whether anybody has kept it.
record TrackedWaker(TaskCell<?> task) implements Waker {

  @Override
  public void wake() {
    try {
      task.wake();
    } finally {
      Reference.reachabilityFence(this); // Who is ringing counts as one who can.
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
