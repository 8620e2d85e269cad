package dev.wakerobin.runtime;

import dev.wakerobin.runtime.Contention.Wanted;
import dev.wakerobin.spi.Want;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Says in sentences what a task waits for, who has its waker, and who has what it wants.
final class Reasons {
  /// So many of those who hold one thing are named.
  private static final int MOST_HOLDERS = 3;

  private final Contention contention;
  private final Set<Long> live;

  /// @param tasks those that have not ended
  Reasons(Contention contention, List<TaskCell<?>> tasks) {
    this.contention = contention;
    this.live = tasks.stream().map(TaskCell::number).collect(Collectors.toSet());
  }

  /// What that sleeping task waits for, a sentence each.
  List<String> waits(Awaits its) {
    List<String> reasons = new ArrayList<>();
    its.joined().forEach((task, site) -> reasons.add(joins(task, site)));
    Set<String> explained = new HashSet<>();
    for (Wanted wanted : contention.wantsOf(its.task())) {
      reasons.add(waits(wanted));
      explained.add(wanted.site().outside());
    }
    its.latest().stream()
        .filter(taken -> !isExplained(taken, reasons, explained))
        .forEach(taken -> reasons.add(waits(taken)));
    if (reasons.isEmpty()) {
      reasons.add(
          "its future (%s) answered pending and did not take the waker, so nobody will ring: it"
                  .formatted(its.future().getName())
              + " sleeps for ever. A future that answers pending has to keep the waker of this"
              + " poll");
    }
    its.earlier().stream()
        .filter(taken -> !isExplained(taken, reasons, explained))
        .forEach(
            taken ->
                reasons.add(
                    "somebody still holds the waker of an earlier poll, taken at "
                        + taken.site()
                        + ", and has not rung it"));
    return reasons;
  }

  /// What that task holds that others may wait for, a sentence each.
  List<String> holds(TaskCell<?> task) {
    return contention.heldBy(task).stream().map(this::holds).toList();
  }

  private static String at(Site site) {
    return site.isOnlyOurs() ? "" : ", at " + site.outside();
  }

  /// Whether a waker was taken to wait for what has been said already: at the same line of the
  /// user, or with no line of his between.
  private static boolean isExplained(
      Awaits.Taken taken, List<String> reasons, Set<String> explained) {
    return explained.contains(taken.site().outside())
        || (taken.site().isOnlyOurs() && !reasons.isEmpty());
  }

  private String forHowLong(long since) {
    return Spans.text(Math.max(0, contention.now() - since));
  }

  private String holds(Holding held) {
    return "it holds %s, for %s now%s"
        .formatted(held.what(), forHowLong(held.since()), at(held.site()));
  }

  private static String joins(TaskCell<?> task, Site site) {
    String where = site.direct() ? ", being nothing but its handle" : at(site);
    return "it waits for %s%s%s"
        .formatted(task.id(), task.isDone() ? " (which is done)" : "", where);
  }

  private static String waits(Awaits.Taken taken) {
    return taken.isHeld()
        ? ("it waits at %s; nobody has rung its waker. If nobody holds it, this is known after a garbage"
                + " collection")
            .formatted(taken.site())
        : ("it waits at %s; nobody holds its waker: it sleeps for ever. A future that answers pending"
                + " has to keep the waker of this poll")
            .formatted(taken.site());
  }

  private String waits(Wanted wanted) {
    Want want = wanted.want();
    return "it waits %s%s%s, for %s now%s%s"
        .formatted(
            want.purpose(),
            want.name().isEmpty() ? "" : " " + contention.label(want.thing(), want.name()),
            want.state().isEmpty() ? "" : " (" + want.state() + ")",
            forHowLong(wanted.since()),
            at(wanted.site()),
            holders(contention.holdersOf(want.thing())));
  }

  private String holders(List<Holding> holders) {
    StringBuilder text = new StringBuilder();
    holders.stream().limit(MOST_HOLDERS).forEach(each -> text.append("; ").append(holder(each)));
    if (holders.size() > MOST_HOLDERS) {
      text.append("; and ").append(holders.size() - MOST_HOLDERS).append(" more hold it");
    }
    return text.toString();
  }

  private String holder(Holding held) {
    if (!held.isByTask() || live.contains(held.taskNumber())) {
      return held.by() + " holds it";
    }
    return "%s took it %s ago%s, and has ended without giving it back: nobody will. Have its future"
            .formatted(held.by(), forHowLong(held.since()), at(held.site()))
        + " close what it holds in cancel(), or use the lock's with… method, which does so";
  }
}
