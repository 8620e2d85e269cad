import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.scheduler.priority.Lanes;
import dev.wakerobin.scheduler.priority.Line;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionCheck {
  private final Line line = new Lanes();
  private final List<String> taken = new ArrayList<>();

  private record Task(TaskId id) implements ReadyTask {
    @Override
    public void run() {}
  }

  private void add(String... names) {
    for (String name : names) {
      line.add(new Task(new TaskId(1, name)));
    }
  }

  private void take(int most) {
    for (int i = 0; i < most && !line.isEmpty(); i++) {
      taken.add(line.take().id().name().replaceFirst("report |urgent ", ""));
    }
  }

  @Test
  void they_are_taken_in_this_order() {
    add("report a", "urgent 1", "urgent 2", "report b", "urgent 3", "urgent 4");
    add("urgent 5", "urgent 6");
    take(5);
    add("urgent 7", "report c");
    take(Integer.MAX_VALUE);
    // It does not tell who was taken: think again.
    assertThat(Prediction.ORDER.equals(taken))
        .withFailMessage("they are taken in another order than %s", Prediction.ORDER)
        .isTrue();
  }
}
