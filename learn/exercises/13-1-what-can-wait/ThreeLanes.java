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
  private int urgentInARow;

  @Override
  public void add(ReadyTask task) {
    // Your turn, here and below.
    (task.id().name().startsWith("urgent") ? urgent : ordinary).add(task);
  }

  @Override
  public boolean isEmpty() {
    return urgent.isEmpty() && ordinary.isEmpty();
  }

  @Override
  public ReadyTask take() {
    boolean enough = urgentInARow >= URGENT_IN_A_ROW && !ordinary.isEmpty();
    if (urgent.isEmpty() || enough) {
      urgentInARow = 0;
      return ordinary.remove();
    }
    urgentInARow++;
    return urgent.remove();
  }
}
