package dev.wakerobin.scheduler.workstealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// A lane of the injector and a ring against two plain queues.
class LaneProperties {

  /// What may be done to a lane.
  enum Step {
    PUSH,
    PUSH_MANY,
    POLL,
    TAKE_BATCH,
    EMPTY_RING,
    CLEAR
  }

  @Property(tries = 500)
  void it_behaves_as_a_plain_queue_does(
      @ForAll @Size(max = 100) List<Step> steps, @ForAll @IntRange(min = 1, max = 8) int workers) {
    Lane lane = Lane.create();
    TaskRing ring = TaskRing.create();
    Deque<ReadyTask> queue = new ArrayDeque<>();
    Deque<ReadyTask> inRing = new ArrayDeque<>();
    int next = 0;
    for (Step step : steps) {
      switch (step) {
        case PUSH -> {
          Numbered task = new Numbered(next++);
          lane.push(task);
          queue.add(task);
        }
        case PUSH_MANY -> {
          List<ReadyTask> batch = numbered(next, 100);
          next += batch.size();
          lane.pushAll(batch.toArray(new ReadyTask[0]));
          queue.addAll(batch);
        }
        case POLL -> assertThat(lane.poll()).isSameAs(queue.poll());
        case TAKE_BATCH -> {
          assertThat(lane.takeBatch(ring, workers)).isSameAs(takeBatch(queue, inRing, workers));
          assertThat(ring.size()).isEqualTo(inRing.size());
        }
        case EMPTY_RING -> {
          assertThat(contentsOf(ring)).containsExactlyElementsOf(inRing);
          inRing.clear();
        }
        case CLEAR -> {
          lane.clear();
          queue.clear();
        }
      }
      assertThat(lane.isEmpty()).isEqualTo(queue.isEmpty());
    }
    assertThat(contentsOf(ring)).containsExactlyElementsOf(inRing);
    assertThat(contentsOf(lane)).containsExactlyElementsOf(queue);
  }

  /// One for the caller, and behind it as many as make up his share, if there is room for them.
  private static ReadyTask takeBatch(Deque<ReadyTask> queue, Deque<ReadyTask> ring, int workers) {
    ReadyTask first = queue.poll();
    int share = Math.min(queue.size() / workers, TaskRing.CAPACITY / 2 - 1);
    int room = TaskRing.CAPACITY - ring.size();
    for (int more = Math.min(share, room); more > 0; more--) {
      ring.add(queue.remove());
    }
    return first;
  }

  @Test
  void each_of_several_workers_gets_a_task_even_if_there_are_fewer_than_workers() {
    Lane lane = Lane.create();
    numbered(0, 3).forEach(lane::push);
    TaskRing ring = TaskRing.create();
    for (int i = 0; i < 3; i++) {
      assertThat(lane.takeBatch(ring, 8)).isEqualTo(new Numbered(i));
    }
    assertThat(ring.isEmpty()).isTrue();
    assertThat(lane.takeBatch(ring, 8)).isNull();
  }

  @Test
  void foreign_threads_and_workers_lose_none_and_double_none() throws InterruptedException {
    int pushers = 2;
    int each = 20_000;
    Lane lane = Lane.create();
    List<Thread> pushing =
        IntStream.range(0, pushers)
            .mapToObj(p -> start(() -> numbered(p * each, each).forEach(lane::push)))
            .toList();
    List<List<ReadyTask>> taken = List.of(new ArrayList<>(), new ArrayList<>());
    List<Thread> taking =
        taken.stream().map(mine -> start(() -> takeWhile(pushing, lane, mine))).toList();
    for (Thread thread : taking) {
      thread.join(); // They end after those who push.
    }
    List<ReadyTask> all = new ArrayList<>(contentsOf(lane));
    taken.forEach(all::addAll);
    assertThat(all).hasSize(pushers * each).doesNotHaveDuplicates();
  }

  private static Thread start(Runnable work) {
    return Thread.ofPlatform().daemon().start(work);
  }

  private static void takeWhile(List<Thread> pushing, Lane lane, List<ReadyTask> taken) {
    TaskRing ring = TaskRing.create();
    while (pushing.stream().anyMatch(Thread::isAlive) || !lane.isEmpty()) {
      ReadyTask task = lane.takeBatch(ring, 2);
      if (task != null) {
        taken.add(task);
        taken.addAll(contentsOf(ring));
      }
    }
  }

  private static List<ReadyTask> numbered(int from, int count) {
    return IntStream.range(from, from + count).<ReadyTask>mapToObj(Numbered::new).toList();
  }

  private static List<ReadyTask> contentsOf(TaskRing ring) {
    List<ReadyTask> all = new ArrayList<>();
    for (ReadyTask task = ring.poll(); task != null; task = ring.poll()) {
      all.add(task);
    }
    return all;
  }

  private static List<ReadyTask> contentsOf(Lane lane) {
    List<ReadyTask> all = new ArrayList<>();
    for (ReadyTask task = lane.poll(); task != null; task = lane.poll()) {
      all.add(task);
    }
    return all;
  }
}
