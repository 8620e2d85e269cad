package dev.wakerobin.scheduler.lab;

import dev.wakerobin.spi.Recording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Where a run stands in the recording that it repeats, and which task is which.
final class Replay {
  private static final String OUTSIDE = "";

  private final Recording recording;
  private final Map<Long, String> paths = new HashMap<>(); // By the number of the task.
  private final Map<String, Integer> children = new HashMap<>(); // How many each has spawned.
  private int next;
  private boolean over; // There was a disagreement, and the run goes on without the recording.

  Replay(Recording recording) {
    this.recording = recording;
  }

  /// A task was handed over. The first time it gets its name.
  ///
  /// @param spawner the number of the task that was being polled, or 0
  void handedOver(long task, long spawner) {
    if (!paths.containsKey(task)) {
      String parent = paths.getOrDefault(spawner, OUTSIDE);
      int child = children.merge(parent, 1, Integer::sum);
      paths.put(task, parent.isEmpty() ? "" + child : parent + "." + child);
    }
  }

  /// Who is next; nobody if the one who is meant is not among the candidates.
  OptionalInt find(List<Candidate> candidates) {
    if (over) {
      return OptionalInt.of(0);
    }
    for (int i = 0; next < recording.polls().size() && i < candidates.size(); i++) {
      if (recording.polls().get(next).equals(paths.get(candidates.get(i).number()))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// The one who was found runs now.
  void advance() {
    next++;
  }

  boolean isAtEnd() {
    return next >= recording.polls().size();
  }

  /// From here on: first come, first served.
  void giveUp() {
    over = true;
  }

  String disagreement(List<Candidate> candidates) {
    String runnable =
        String.join(
            ", ",
            candidates.stream()
                .map(each -> paths.get(each.number()) + " (" + each.task().id() + ")")
                .toList());
    if (isAtEnd()) {
      return "the recording ends after choice %d, and the run goes on. Runnable: %s"
          .formatted(next, runnable);
    }
    String wanted = recording.polls().get(next);
    return ("program and recording disagree at choice %d of %d: the recording polls %s, which %s."
            + " Runnable: %s")
        .formatted(
            next + 1,
            recording.polls().size(),
            wanted,
            paths.containsValue(wanted) ? "is not runnable" : "was never spawned",
            runnable);
  }
}
