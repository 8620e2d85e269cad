package dev.wakerobin.runtime;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says, of a runtime in which nothing can run any more, who waits for what.
final class StallReport {
  private final @Nullable Tracking tracking;
  private final List<TaskCell<?>> tasks;
  private final List<String> lines = new ArrayList<>();

  /// @param tasks all that are live, in the order of their numbers
  StallReport(@Nullable Tracking tracking, List<TaskCell<?>> tasks) {
    this.tracking = tracking;
    this.tasks = tasks;
  }

  /// Which of those tasks wait for each other in a ring, a sentence for each ring.
  static List<String> rings(Tracking tracking, List<TaskCell<?>> tasks) {
    StallReport report = new StallReport(tracking, tasks);
    report.cycles();
    return report.lines;
  }

  /// @param roots those that some `blockOn` waits for
  /// @param nanos the time of the runtime's clock
  String text(List<TaskCell<?>> roots, long nanos) {
    lines.add(
        "nothing can run any more, and %s not done. At %s of virtual time no task is ready, no timer"
                .formatted(
                    String.join(", ", roots.stream().map(root -> root.id().toString()).toList())
                        + (roots.size() == 1 ? " is" : " are"),
                    seconds(nanos))
            + " waits and no blocking call is under way.");
    tasks.forEach(this::describe);
    cycles();
    if (tracking != null) {
      tracking.unpolled().lines().forEach(line -> lines.add("  " + line));
    }
    return String.join("\n", lines);
  }

  private void describe(TaskCell<?> task) {
    Awaits its = tracking == null ? null : tracking.of(task);
    if (its == null) {
      String advice = tracking == null ? ": build the runtime with tracking(true) to see why" : "";
      lines.add("  " + task + advice);
      return;
    }
    String head = "  %s sleeps since %s: ".formatted(task.id(), seconds(its.since()));
    List<String> reasons = reasons(its);
    for (String reason : reasons) {
      lines.add(head + reason);
      head = "    and ";
    }
    Suspension.stopsOf(task.seenFuture()).forEach(stop -> lines.addAll(DumpText.lines(stop)));
  }

  /// What a sleeping task waits for and who has its waker, a sentence each.
  static List<String> reasons(Awaits its) {
    List<String> reasons = new ArrayList<>();
    its.joined().forEach((task, site) -> reasons.add(joins(task, site)));
    List<Awaits.Taken> latest = its.latest();
    latest.forEach(taken -> reasons.add(waits(taken)));
    if (reasons.isEmpty()) {
      reasons.add(
          "its future (%s) answered pending and did not take the waker, so nobody will ring: it"
                  .formatted(its.future().getName())
              + " sleeps for ever. A future that answers pending has to keep the waker of this"
              + " poll");
    }
    its.earlier()
        .forEach(
            taken ->
                reasons.add(
                    "somebody still holds the waker of an earlier poll, taken at "
                        + taken.site()
                        + ", and has not rung it"));
    return reasons;
  }

  private static String joins(TaskCell<?> task, Site site) {
    String where = site.isOnlyOurs() ? "being nothing but its handle" : "at " + site.outside();
    return "it waits for %s%s, %s"
        .formatted(task.id(), task.isDone() ? " (which is done)" : "", where);
  }

  private static String waits(Awaits.Taken taken) {
    return taken.isHeld()
        ? "it waits at %s; somebody holds the waker and has not rung it".formatted(taken.site())
        : ("it waits at %s; nobody holds its waker: it sleeps for ever. A future that answers pending"
                + " has to keep the waker of this poll")
            .formatted(taken.site());
  }

  // ---- Who waits for whom in a ring

  private void cycles() {
    Set<TaskCell<?>> seen = new HashSet<>();
    for (TaskCell<?> task : tasks) {
      if (seen.add(task)) {
        follow(task, seen);
      }
    }
  }

  /// Goes down from one task, depth first. A chain of tasks may be longer than a stack is deep.
  private void follow(TaskCell<?> start, Set<TaskCell<?>> seen) {
    LinkedHashSet<TaskCell<?>> path = new LinkedHashSet<>();
    Deque<Iterator<TaskCell<?>>> branches = new ArrayDeque<>();
    path.add(start);
    branches.push(joined(start).keySet().iterator());
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
        branches.push(joined(next).keySet().iterator());
      }
    }
  }

  private Map<TaskCell<?>, Site> joined(TaskCell<?> task) {
    Awaits its = tracking == null ? null : tracking.of(task);
    return its == null ? Map.of() : its.joined();
  }

  private void name(List<TaskCell<?>> ring) {
    List<String> names = new ArrayList<>(ring.stream().map(each -> each.id().toString()).toList());
    names.add(names.getFirst());
    lines.add("They wait in a ring: " + String.join(" → ", names) + ". Break it at one of these.");
  }

  private static String seconds(long nanos) {
    return "%s s".formatted(BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString());
  }
}
