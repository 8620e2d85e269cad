package dev.wakerobin.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    lines.addAll(Rings.among(tracking, tasks));
    if (tracking != null) {
      tracking.unpolled().lines().forEach(line -> lines.add("  " + line));
    }
    return String.join("\n", lines);
  }

  private void describe(TaskCell<?> task) {
    Awaits its = tracking == null ? null : tracking.of(task);
    if (tracking == null || its == null) {
      String advice = tracking == null ? ": build the runtime with tracking(true) to see why" : "";
      lines.add("  " + task + advice);
      return;
    }
    String head = "  %s sleeps since %s: ".formatted(task.id(), seconds(its.since()));
    List<String> reasons = new Reasons(tracking.contention(), tasks).waits(its);
    for (String reason : reasons) {
      lines.add(head + reason);
      head = "    and ";
    }
    Suspension.stopsOf(task.seenFuture()).forEach(stop -> lines.addAll(DumpText.lines(stop)));
  }

  private static String seconds(long nanos) {
    return "%s s".formatted(BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString());
  }
}
