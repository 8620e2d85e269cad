import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.Queue;

/// Urgent tasks, ordinary ones, and those that can wait.
final class ThreeLanes implements Line {
  private static final int URGENT_IN_A_ROW = 4;
  private static final int OTHERS_IN_A_ROW = 10;

  private final Queue<ReadyTask> urgent = new ArrayDeque<>();
  private final Queue<ReadyTask> ordinary = new ArrayDeque<>();
  private final Queue<ReadyTask> idle = new ArrayDeque<>();
  private int urgentInARow;
  private int othersInARow; // While an idle one waited.

  @Override
  public void add(ReadyTask task) {
    String name = task.id().name();
    if (name.startsWith("idle")) {
      idle.add(task);
    } else {
      (name.startsWith("urgent") ? urgent : ordinary).add(task);
    }
  }

  @Override
  public boolean isEmpty() {
    return urgent.isEmpty() && ordinary.isEmpty() && idle.isEmpty();
  }

  @Override
  public ReadyTask take() {
    boolean nobodyElse = urgent.isEmpty() && ordinary.isEmpty();
    if (nobodyElse || (othersInARow >= OTHERS_IN_A_ROW && !idle.isEmpty())) {
      othersInARow = 0;
      return idle.remove();
    }
    othersInARow = idle.isEmpty() ? 0 : othersInARow + 1;
    boolean enough = urgentInARow >= URGENT_IN_A_ROW && !ordinary.isEmpty();
    if (urgent.isEmpty() || enough) {
      urgentInARow = 0;
      return ordinary.remove();
    }
    urgentInARow++;
    return urgent.remove();
  }
}
