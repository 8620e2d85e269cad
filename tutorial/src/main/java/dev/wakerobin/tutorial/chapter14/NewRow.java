package dev.wakerobin.tutorial.chapter14;

import dev.wakerobin.scheduler.priority.Lanes;
import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.Queue;

/// ## A mutant
///
/// Somebody has tidied up the lanes of chapter 13. “When the urgent lane is empty, the row is over,
/// so the count begins anew.” That sounds right, and is wrong. Do you see why?
final class NewRow implements Line {
  private final Queue<ReadyTask> urgent = new ArrayDeque<>();
  private final Queue<ReadyTask> ordinary = new ArrayDeque<>();
  private int inARow; // Urgent tasks that were taken since the last ordinary one.

  @Override
  public void add(ReadyTask task) {
    (task.id().name().startsWith(Lanes.URGENT) ? urgent : ordinary).add(task);
  }

  @Override
  public boolean isEmpty() {
    return urgent.isEmpty() && ordinary.isEmpty();
  }

  @Override
  public ReadyTask take() {
    boolean enough = inARow >= Lanes.IN_A_ROW && !ordinary.isEmpty();
    if (urgent.isEmpty() || enough) {
      inARow = 0;
      return ordinary.remove();
    }
    ReadyTask task = urgent.remove();
    inARow = urgent.isEmpty() ? 0 : inARow + 1; // Here is what is new.
    return task;
  }
}
