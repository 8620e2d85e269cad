package dev.wakerobin.scheduler.priority;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;

/// ## Two lanes
///
/// Urgent tasks go first, and within a lane it is first come, first served. But after four urgent
/// ones in a row comes an ordinary one, if there is any: else a task that is always urgent would
/// keep all the others out for ever. That is called *ageing*, or a *weighted* queue.
///
/// How does it know who is urgent? All that a scheduler is told of a task is its [TaskId]: a
/// number, and the name that it was spawned with. So the name has to say it, as in
/// `Tasks.spawn("urgent order", …)`.
public final class Lanes implements Line {
  /// What the name of an urgent task begins with, if nobody says otherwise.
  public static final String URGENT = "urgent";

  /// How many urgent tasks may be taken in a row while an ordinary one waits.
  public static final int IN_A_ROW = 4;

  private final Predicate<TaskId> isUrgent;
  private final Queue<ReadyTask> urgent = new ArrayDeque<>();
  private final Queue<ReadyTask> ordinary = new ArrayDeque<>();
  private int inARow; // Urgent tasks that were taken since the last ordinary one.

  /// Empty lanes, for tasks whose names say whether they are [urgent][#URGENT].
  public Lanes() {
    this(task -> task.name().startsWith(URGENT));
  }

  /// Empty lanes.
  ///
  /// @param isUrgent asked once at each hand-over; it must not throw
  public Lanes(Predicate<TaskId> isUrgent) {
    this.isUrgent = isUrgent;
  }

  @Override
  public void add(ReadyTask task) {
    (isUrgent.test(task.id()) ? urgent : ordinary).add(task);
  }

  @Override
  public boolean isEmpty() {
    return urgent.isEmpty() && ordinary.isEmpty();
  }

  @Override
  public ReadyTask take() {
    boolean enough = inARow >= IN_A_ROW && !ordinary.isEmpty();
    if (urgent.isEmpty() || enough) {
      inARow = 0;
      return ordinary.remove();
    }
    inARow++;
    return urgent.remove();
  }
}
