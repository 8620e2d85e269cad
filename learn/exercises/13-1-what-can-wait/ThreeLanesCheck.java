import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.Future;
import dev.wakerobin.JoinHandle;
import dev.wakerobin.Poll;
import dev.wakerobin.TaskId;
import dev.wakerobin.Unit;
import dev.wakerobin.runtime.AsyncRuntime;
import dev.wakerobin.scheduler.priority.PrioritySchedulerProvider;
import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThreeLanesCheck {

  private record Task(TaskId id) implements ReadyTask {
    @Override
    public void run() {}
  }

  private static ReadyTask task(int number, String name) {
    return new Task(new TaskId(number, name));
  }

  private static List<String> takeAll(ThreeLanes lanes) {
    List<String> names = new ArrayList<>();
    while (!lanes.isEmpty()) {
      names.add(lanes.take().id().name());
    }
    return names;
  }

  @Test
  void an_idle_task_comes_when_nobody_else_is_there() {
    ThreeLanes lanes = new ThreeLanes();
    lanes.add(task(1, "idle"));
    lanes.add(task(2, "report"));
    lanes.add(task(3, "urgent"));
    assertThat(takeAll(lanes)).containsExactly("urgent", "report", "idle");
  }

  @Test
  void after_ten_others_comes_an_idle_one() {
    ThreeLanes lanes = new ThreeLanes();
    lanes.add(task(1, "idle"));
    for (int i = 0; i < 12; i++) {
      lanes.add(task(2 + i, "report"));
    }
    assertThat(takeAll(lanes).indexOf("idle")).as("reports before the idle one").isEqualTo(10);
  }

  @Test
  void urgent_and_ordinary_ones_go_on_as_they_did() {
    ThreeLanes lanes = new ThreeLanes();
    for (int i = 0; i < 6; i++) {
      lanes.add(task(1 + i, "urgent"));
    }
    lanes.add(task(7, "report"));
    assertThat(takeAll(lanes))
        .containsExactly("urgent", "urgent", "urgent", "urgent", "report", "urgent", "urgent");
  }

  @Property(tries = 300)
  void none_is_lost_and_each_lane_keeps_its_order(@ForAll @Size(max = 60) List<Boolean> addsElse) {
    ThreeLanes lanes = new ThreeLanes();
    Queue<ReadyTask> waiting = new ArrayDeque<>();
    List<String> names = List.of("urgent", "report", "idle");
    int number = 1;
    for (boolean adds : addsElse) {
      assertThat(lanes.isEmpty()).as("isEmpty with %s waiting", waiting).isEqualTo(waiting.isEmpty());
      if (adds) {
        ReadyTask task = task(number, names.get(number % 3));
        number++;
        waiting.add(task);
        lanes.add(task);
      } else if (!waiting.isEmpty()) {
        ReadyTask taken = lanes.take();
        ReadyTask first =
            waiting.stream()
                .filter(each -> each.id().name().equals(taken.id().name()))
                .findFirst()
                .orElseThrow();
        assertThat(taken).as("the first of its lane").isSameAs(first);
        waiting.remove(taken);
      }
    }
  }

  @Test
  void a_program_runs_on_it() throws Exception {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder()
            .scheduler(new PrioritySchedulerProvider(ThreeLanes::new))
            .parallelism(1)
            .build()) {
      JoinHandle<Unit> idle = runtime.spawn("idle", yielding(3));
      JoinHandle<Unit> urgent = runtime.spawn("urgent", yielding(30));
      Unit _ = runtime.blockOn(idle);
      Unit _ = runtime.blockOn(urgent);
    }
  }

  private static Future<Unit> yielding(int polls) {
    int[] left = {polls};
    return context -> {
      if (--left[0] == 0) {
        return Poll.ready();
      }
      context.waker().wake();
      return Poll.pending();
    };
  }
}
