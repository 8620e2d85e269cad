package dev.wakerobin;

import java.io.Serializable;
import java.util.Objects;

/// Which task it is: a number, unique within its runtime and given in the order of spawning, and
/// the name it was spawned with.
///
/// @param number counts from 1
/// @param name what the spawner called it, or empty
public record TaskId(long number, String name) implements Serializable {

  /// Refuses numbers below 1.
  public TaskId {
    Objects.requireNonNull(name, "name");
    if (number < 1) {
      throw new IllegalArgumentException("task numbers count from 1, and this is " + number);
    }
  }

  /// As messages and timelines show it: `task 7`, or `task 7 'heartbeat'`.
  @Override
  public String toString() {
    return name.isEmpty() ? "task " + number : "task " + number + " '" + name + "'";
  }
}
