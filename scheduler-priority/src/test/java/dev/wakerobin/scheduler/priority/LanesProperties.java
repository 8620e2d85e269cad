package dev.wakerobin.scheduler.priority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class LanesProperties {

  /// What may happen to a line.
  enum Step {
    URGENT_COMES,
    ORDINARY_COMES,
    ONE_IS_TAKEN
  }

  @Property
  void the_first_of_the_urgent_ones_is_taken_and_after_four_of_them_the_first_ordinary_one(
      @ForAll @Size(max = 80) List<Step> steps) {
    Lanes lanes = new Lanes();
    List<ReadyTask> urgent = new ArrayList<>();
    List<ReadyTask> ordinary = new ArrayList<>();
    int inARow = 0;
    for (Step step : steps) {
      assertThat(lanes.isEmpty()).isEqualTo(urgent.isEmpty() && ordinary.isEmpty());
      switch (step) {
        case URGENT_COMES -> lanes.add(come(urgent, "urgent order"));
        case ORDINARY_COMES -> lanes.add(come(ordinary, "report that is not urgent"));
        case ONE_IS_TAKEN -> {
          boolean ordinarysTurn = urgent.isEmpty() || (inARow >= 4 && !ordinary.isEmpty());
          List<ReadyTask> expected = ordinarysTurn ? ordinary : urgent;
          if (!expected.isEmpty()) {
            assertThat(lanes.take()).isSameAs(expected.removeFirst());
            inARow = ordinarysTurn ? 0 : inARow + 1;
          }
        }
      }
    }
  }

  private static ReadyTask come(List<ReadyTask> lane, String name) {
    ReadyTask task = new Idle(new TaskId(1, name));
    lane.add(task);
    return task;
  }

  /// Does nothing.
  private record Idle(TaskId id) implements ReadyTask {
    @Override
    public void run() {}
  }
}
