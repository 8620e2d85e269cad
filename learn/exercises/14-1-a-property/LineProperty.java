import dev.wakerobin.TaskId;
import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.spi.ReadyTask;
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
    for (Step step : steps) {
      switch (step) {
        case URGENT_COMES -> line.add(task("urgent"));
        case ORDINARY_COMES -> line.add(task("ordinary"));
        case TAKE -> {
          // Your turn.
        }
      }
    }
    return true;
  }
}
