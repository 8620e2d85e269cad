package dev.wakerobin.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds tasks that wait for each other in a ring: because each joins the next, or wants what the
/// next one holds.
final class Rings {
  private final Tracking tracking;
  private final Map<Long, TaskCell<?>> byNumber = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private Rings(Tracking tracking) {
    this.tracking = tracking;
  }

  /// A sentence for each ring among those tasks.
  static List<String> among(@Nullable Tracking tracking, List<TaskCell<?>> tasks) {
    if (tracking == null) {
      return List.of();
    }
    Rings rings = new Rings(tracking);
    tasks.forEach(task -> rings.byNumber.put(task.number(), task));
    Set<TaskCell<?>> seen = new HashSet<>();
    for (TaskCell<?> task : tasks) {
      if (seen.add(task)) {
        rings.follow(task, seen);
      }
    }
    return rings.lines;
  }

  /// Goes down from one task, depth first. A chain of tasks may be longer than a stack is deep.
  private void follow(TaskCell<?> start, Set<TaskCell<?>> seen) {
    LinkedHashSet<TaskCell<?>> path = new LinkedHashSet<>();
    Deque<Iterator<TaskCell<?>>> branches = new ArrayDeque<>();
    path.add(start);
    branches.push(awaitedBy(start));
    while (!branches.isEmpty()) {
      if (!branches.element().hasNext()) {
        branches.pop();
        path.removeLast();
        continue;
      }
      TaskCell<?> next = branches.element().next();
      if (path.contains(next)) {
        List<TaskCell<?>> ring = new ArrayList<>(path);
        name(ring.subList(ring.indexOf(next), ring.size()));
      } else if (seen.add(next)) {
        path.add(next);
        branches.push(awaitedBy(next));
      }
    }
  }

  private Iterator<TaskCell<?>> awaitedBy(TaskCell<?> task) {
    Set<TaskCell<?>> awaited = new LinkedHashSet<>();
    Awaits its = tracking.of(task);
    if (its != null) {
      awaited.addAll(its.joined().keySet());
    }
    Contention contention = tracking.contention();
    contention.wantsOf(task).stream()
        .flatMap(wanted -> contention.holdersOf(wanted.want().thing()).stream())
        .map(Holding::taskNumber)
        .filter(byNumber::containsKey)
        .forEach(number -> awaited.add(byNumber.get(number)));
    return awaited.iterator();
  }

  private void name(List<TaskCell<?>> ring) {
    List<String> names = new ArrayList<>(ring.stream().map(each -> each.id().toString()).toList());
    names.add(names.getFirst());
    lines.add(
        ring.size() == 1
            ? names.getFirst() + " waits for itself."
            : "They wait in a ring: " + String.join(" → ", names) + ". Break it at one of these.");
  }
}
