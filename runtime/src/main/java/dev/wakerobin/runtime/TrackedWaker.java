package dev.wakerobin.runtime;

import dev.wakerobin.Waker;

/// The bell of a task, as one poll hands it out. It does what the task itself does as a waker; that
/// it is an object of its own lets the garbage collector tell whether anybody has kept it.
record TrackedWaker(TaskCell<?> task) implements Waker {

  @Override
  public void wake() {
    task.wake();
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
