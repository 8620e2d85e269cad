package dev.wakerobin.tutorial.drill;

import java.util.ArrayList;
import java.util.List;

/// One poll of a [Rehearsal].
///
/// @param task who was polled
/// @param deeds what it did, and why it stopped, in words
/// @param queue who was in the queue after it, the front first
public record Turn(String task, List<String> deeds, List<String> queue) {
  /// Takes copies.
  public Turn {
    deeds = List.copyOf(deeds);
    queue = List.copyOf(queue);
  }

  /// All that it did, with commas between.
  public String words() {
    return String.join(", ", deeds);
  }

  /// The same with what was left in the queue.
  Turn leaving(List<String> itsQueue) {
    return new Turn(task, deeds, itsQueue);
  }

  /// What is written down while a turn goes on.
  static final class Notes {
    private final String task;
    private final List<String> deeds = new ArrayList<>();

    Notes(String task) {
      this.task = task;
    }

    void add(String deed) {
      deeds.add(deed);
    }

    Turn turn() {
      return new Turn(task, deeds, List.of());
    }
  }
}
