package dev.wakerobin.scheduler.workstealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.TaskId;
import dev.wakerobin.spi.ReadyTask;
import dev.wakerobin.testkit.Patience;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// In which order one worker runs what it has. With one worker it is exact.
class WorkerOrderTest {
  private final Queue<String> order = new ConcurrentLinkedQueue<>();
  private final WorkStealingScheduler scheduler = new WorkStealingScheduler(FakeContext.working(1));

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void the_slot_goes_first_three_times_in_a_row_at_most() {
    scheduler.schedule(
        task(
            "root",
            () -> {
              scheduler.schedule(warm(1, 8));
              scheduler.schedule(task("ring 1", () -> {}));
              scheduler.schedule(task("ring 2", () -> {}));
            }));
    awaitOrder(11);
    assertThat(order)
        .containsExactly(
            "root", "warm 1", "warm 2", "warm 3", "ring 1", "warm 4", "warm 5", "warm 6", "ring 2",
            "warm 7", "warm 8");
  }

  /// A task that wakes the next one, which so goes into the slot.
  private ReadyTask warm(int number, int last) {
    return task(
        "warm " + number,
        () -> {
          if (number < last) {
            scheduler.schedule(warm(number + 1, last));
          }
        });
  }

  @Test
  void several_woken_by_one_task_go_in_the_order_in_which_they_were_woken() {
    scheduler.schedule(
        task(
            "root",
            () -> {
              scheduler.schedule(task("a", () -> {}));
              scheduler.schedule(task("b", () -> {}));
              scheduler.schedule(task("c", () -> {}));
            }));
    awaitOrder(4);
    assertThat(order).containsExactly("root", "a", "b", "c");
  }

  @Test
  void a_task_that_hands_itself_over_lets_all_others_go_first() {
    Named yielder = new Named("yielder", order);
    yielder.code =
        () -> {
          if (order.size() == 1) {
            scheduler.schedule(task("first", () -> {}));
            scheduler.schedule(task("second", () -> {}));
            scheduler.schedule(task("third", () -> {}));
            scheduler.schedule(yielder);
          }
        };
    scheduler.schedule(yielder);
    awaitOrder(5);
    assertThat(order).containsExactly("yielder", "first", "second", "third", "yielder");
  }

  @Test
  void what_overflows_the_ring_is_run_all_the_same() {
    int many = 3 * TaskRing.CAPACITY;
    scheduler.schedule(
        task(
            "root",
            () -> {
              for (int i = 0; i < many; i++) {
                scheduler.schedule(task("task " + i, () -> {}));
              }
            }));
    awaitOrder(many + 1);
    assertThat(List.copyOf(order)).doesNotHaveDuplicates();
  }

  private void awaitOrder(int size) {
    Patience.await(() -> size + " tasks to run; so far: " + order, () -> order.size() >= size);
  }

  private ReadyTask task(String name, Runnable code) {
    Named task = new Named(name, order);
    task.code = code;
    return task;
  }

  /// Notes that it runs, and does what it is for.
  private static final class Named implements ReadyTask {
    private final String name;
    private final Queue<String> order;
    private Runnable code = () -> {};

    Named(String name, Queue<String> order) {
      this.name = name;
      this.order = order;
    }

    @Override
    public TaskId id() {
      return new TaskId(1, name);
    }

    @Override
    public void run() {
      order.add(name);
      code.run();
    }
  }
}
