import dev.wakerobin.TaskId;
import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayList;
import java.util.List;

/// What holds for every list of steps, if the line is right.
final class LineProperty {
  enum Step {
    URGENT_COMES,
    ORDINARY_COMES,
    TAKE
  }

  /// A task for your steps: "urgent" or "ordinary" is its name.
  record Task(TaskId id) implements ReadyTask {
    @Override
    public void run() {}
  }

  private static ReadyTask task(String name) {
    return new Task(new TaskId(1, name));
  }

  /// Whether the line, empty at first, does right in all of these steps.
  static boolean holds(Line line, List<Step> steps) {
    List<ReadyTask> urgent = new ArrayList<>();
    List<ReadyTask> ordinary = new ArrayList<>();
    int inARow = 0;
    for (Step step : steps) {
      if (line.isEmpty() != (urgent.isEmpty() && ordinary.isEmpty())) {
        return false;
      }
      switch (step) {
        case URGENT_COMES -> {
          urgent.add(task("urgent"));
          line.add(urgent.getLast());
        }
        case ORDINARY_COMES -> {
          ordinary.add(task("ordinary"));
          line.add(ordinary.getLast());
        }
        case TAKE -> {
          boolean ordinarysTurn = urgent.isEmpty() || (inARow >= 4 && !ordinary.isEmpty());
          List<ReadyTask> lane = ordinarysTurn ? ordinary : urgent;
          if (!lane.isEmpty()) {
            if (line.take() != lane.removeFirst()) {
              return false;
            }
            inARow = ordinarysTurn ? 0 : inARow + 1;
          }
        }
      }
    }
    return line.isEmpty() == (urgent.isEmpty() && ordinary.isEmpty());
  }
}
