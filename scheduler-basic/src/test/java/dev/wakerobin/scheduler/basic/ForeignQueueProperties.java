package dev.wakerobin.scheduler.basic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ForeignQueueProperties {

  @Property
  void all_that_has_arrived_is_moved_in_order_and_only_the_first_is_told_so(
      @ForAll @Size(max = 60) List<Boolean> addsElseMoves) {
    ForeignQueue foreign = new ForeignQueue();
    Queue<ReadyTask> ready = new ArrayDeque<>();
    Queue<ReadyTask> arrived = new ArrayDeque<>();
    Queue<ReadyTask> moved = new ArrayDeque<>();
    int next = 0;
    for (boolean adds : addsElseMoves) {
      if (adds) {
        Named task = new Named(next++);
        assertThat(foreign.add(task)).isEqualTo(arrived.isEmpty());
        arrived.add(task);
      } else {
        foreign.moveTo(ready);
        moved.addAll(arrived);
        arrived.clear();
      }
      assertThat(foreign.isEmpty()).isEqualTo(arrived.isEmpty());
      assertThat(ready).containsExactlyElementsOf(moved);
    }
  }

  @Test
  void while_others_add_none_is_lost_and_those_of_one_thread_keep_their_order() {
    int each = 20_000;
    ForeignQueue foreign = new ForeignQueue();
    List<Thread> adding =
        IntStream.range(0, 2)
            .mapToObj(t -> Thread.ofPlatform().daemon().start(() -> add(foreign, t * each, each)))
            .toList();
    Queue<ReadyTask> ready = new ArrayDeque<>();
    while (adding.stream().anyMatch(Thread::isAlive) || !foreign.isEmpty()) {
      foreign.moveTo(ready);
    }
    assertThat(ready).hasSize(2 * each);
    List<List<Integer>> numbers = List.of(new ArrayList<>(), new ArrayList<>());
    for (ReadyTask task : ready) {
      int number = ((Named) task).number();
      numbers.get(number / each).add(number);
    }
    assertThat(numbers.get(0)).hasSize(each).isSorted();
    assertThat(numbers.get(1)).hasSize(each).isSorted();
  }

  private static void add(ForeignQueue foreign, int from, int count) {
    for (int number = from; number < from + count; number++) {
      foreign.add(new Named(number));
    }
  }
}
