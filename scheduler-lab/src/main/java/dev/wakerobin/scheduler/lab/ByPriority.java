package dev.wakerobin.scheduler.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Always the candidate of highest priority. Priorities are drawn when a task is seen for the first
/// time. At `depth - 1` steps, drawn beforehand, the one that would be next falls below all others.
final class ByPriority implements Chooser {
  private final RandomGenerator random;
  private final long[] changes; // The steps, in order.
  private final Map<Long, Integer> priorities = new HashMap<>(); // By task; above zero at first.
  private int nextChange;

  ByPriority(int depth, int steps, RandomGenerator random) {
    this.random = random;
    this.changes = random.longs(depth - 1L, 0, steps).sorted().toArray();
  }

  @Override
  public int choose(List<Candidate> candidates, long step) {
    int best = best(candidates);
    while (nextChange < changes.length && changes[nextChange] <= step) {
      nextChange++;
      priorities.put(candidates.get(best).number(), -nextChange);
      best = best(candidates);
    }
    return best;
  }

  private int best(List<Candidate> candidates) {
    int best = 0;
    for (int i = 1; i < candidates.size(); i++) {
      if (priority(candidates.get(i)) > priority(candidates.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private int priority(Candidate candidate) {
    return priorities.computeIfAbsent(
        candidate.number(), _ -> random.nextInt(1, Integer.MAX_VALUE));
  }
}
