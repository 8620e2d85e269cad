import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RingCheck {

  enum Step {
    ADD,
    TAKE
  }

  private record Task(TaskId id) implements ReadyTask {
    @Override
    public void run() {}
  }

  @Test
  void a_hundred_tasks_come_and_go() {
    compare(Collections.nCopies(100, Step.ADD));
  }

  @Property(tries = 500, seed = "14")
  void it_does_what_an_array_deque_does(@ForAll @Size(max = 60) List<Step> steps) {
    compare(steps);
  }

  /// Does the steps, and then takes all that are left.
  private static void compare(List<Step> steps) {
    Ring ring = new Ring();
    Queue<ReadyTask> model = new ArrayDeque<>();
    int number = 1;
    for (Step step : steps) {
      if (step == Step.ADD) {
        ReadyTask task = new Task(new TaskId(number++, ""));
        ring.add(task);
        model.add(task);
      } else if (!model.isEmpty()) {
        take(ring, model, steps);
      }
    }
    while (!model.isEmpty()) {
      take(ring, model, steps);
    }
    assertThat(ring.isEmpty()).as("isEmpty after %s", steps).isTrue();
  }

  private static void take(Ring ring, Queue<ReadyTask> model, List<Step> steps) {
    assertThat(ring.isEmpty()).as("isEmpty in %s", steps).isFalse();
    assertThat(ring.take()).as("the next task, with the steps %s", steps).isSameAs(model.remove());
  }
}
