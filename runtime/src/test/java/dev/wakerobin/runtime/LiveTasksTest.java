package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTasksTest {
  private final Rig rig = Rig.create();
  private final LiveTasks live = new LiveTasks();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void all_shards_are_looked_at_and_the_tasks_come_in_the_order_of_their_numbers() {
    Shard mine = live.borrowShard();
    Shard other = live.borrowShard();
    List<TaskCell<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      TaskCell<?> task = task();
      tasks.add(task);
      switch (i % 3) {
        case 0 -> mine.add(task);
        case 1 -> other.add(task);
        default -> live.addShared(task);
      }
    }
    assertThat(live.snapshot()).isEqualTo(tasks);
  }

  @Test
  void a_task_that_has_ended_is_live_no_more() {
    TaskCell<?> first = task();
    TaskCell<?> second = task();
    live.addShared(first);
    live.borrowShard().add(second);
    first.cancelWithoutScheduler();
    assertThat(live.snapshot()).isEqualTo(List.of(second));
    second.cancelWithoutScheduler();
    assertThat(live.snapshot()).isEmpty();
  }

  @Test
  void a_shard_that_was_given_back_keeps_its_tasks_and_is_lent_again() {
    Shard shard = live.borrowShard();
    TaskCell<?> task = task();
    shard.add(task);
    live.giveBack(shard);
    assertThat(live.snapshot()).isEqualTo(List.of(task));
    assertThat(live.borrowShard()).isSameAs(shard);
    assertThat(live.borrowShard()).isNotSameAs(shard);
  }

  @Test
  void threads_without_a_shard_may_all_add_at_once() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    for (int k = 0; k < 2000; k++) {
                      live.addShared(task());
                    }
                  }));
    }
    threads.forEach(Patience::awaitEnd);
    assertThat(live.snapshot()).hasSize(8000).doesNotHaveDuplicates();
  }

  private TaskCell<?> task() {
    return rig.engine().newTask("", Probe.waiting());
  }
}
