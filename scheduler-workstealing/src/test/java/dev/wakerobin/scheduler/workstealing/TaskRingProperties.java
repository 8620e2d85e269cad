package dev.wakerobin.scheduler.workstealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The ring against a plain queue, one step at a time; and with thieves, by what must be conserved.
class TaskRingProperties {

  /// What may be done to a ring.
  enum Step {
    PUSH_ONE,
    PUSH_MANY,
    POLL,
    STEAL,
    TAKE_OLDER_HALF,
    FORGET
  }

  @Property(tries = 500)
  void it_behaves_as_a_plain_queue_does(@ForAll @Size(max = 200) List<Step> steps) {
    TaskRing ring = TaskRing.create();
    Deque<ReadyTask> model = new ArrayDeque<>();
    int next = 0;
    for (Step step : steps) {
      switch (step) {
        case PUSH_ONE -> next = push(ring, model, next, 1);
        case PUSH_MANY -> next = push(ring, model, next, 100);
        case POLL -> assertThat(ring.poll()).isSameAs(model.pollFirst());
        case STEAL -> assertThat(steal(ring)).containsExactlyElementsOf(olderHalfOf(model));
        case TAKE_OLDER_HALF -> {
          ReadyTask[] half = ring.takeOlderHalf();
          if (model.size() < TaskRing.CAPACITY) {
            assertThat(half).isNull();
          } else {
            assertThat(half).containsExactly(olderHalfOf(model).toArray(new ReadyTask[0]));
          }
        }
        case FORGET -> {
          if (model.isEmpty()) {
            ring.forgetTaken();
          }
        }
      }
      assertThat(ring.size()).isEqualTo(model.size());
      assertThat(ring.isEmpty()).isEqualTo(model.isEmpty());
      assertThat(ring.room()).isEqualTo(TaskRing.CAPACITY - model.size());
    }
  }

  private static int push(TaskRing ring, Deque<ReadyTask> model, int next, int count) {
    for (int i = 0; i < count; i++) {
      Numbered task = new Numbered(next + i);
      boolean fits = model.size() < TaskRing.CAPACITY;
      assertThat(ring.push(task)).isEqualTo(fits);
      if (fits) {
        model.addLast(task);
      }
    }
    return next + count;
  }

  /// All that one theft takes, in order: what the thief's ring holds then, and what it is to run.
  private static List<ReadyTask> steal(TaskRing victim) {
    TaskRing thief = TaskRing.create();
    List<Integer> told = new ArrayList<>();
    ReadyTask last = victim.stealInto(thief, told::add);
    List<ReadyTask> loot = new ArrayList<>();
    for (ReadyTask task = thief.poll(); task != null; task = thief.poll()) {
      loot.add(task);
    }
    if (last != null) {
      loot.add(last);
      assertThat(told).containsExactly(loot.size());
    }
    return loot;
  }

  private static List<ReadyTask> olderHalfOf(Deque<ReadyTask> model) {
    List<ReadyTask> half = new ArrayList<>();
    for (int i = (model.size() + 1) / 2; i > 0; i--) {
      half.add(model.removeFirst());
    }
    return half;
  }

  @Property(tries = 20)
  void with_thieves_each_task_is_taken_exactly_once(
      @ForAll @IntRange(min = 1, max = 3) int thieves,
      @ForAll @IntRange(min = 1, max = 20_000) int tasks) {
    TaskRing ring = TaskRing.create();
    Queue<ReadyTask> taken = new ConcurrentLinkedQueue<>();
    AtomicBoolean pushedAll = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < thieves; i++) {
      threads.add(Thread.ofPlatform().start(() -> stealUntil(pushedAll, ring, taken)));
    }
    for (int i = 0; i < tasks; i++) {
      Numbered task = new Numbered(i);
      while (!ring.push(task)) {
        ReadyTask[] half = ring.takeOlderHalf();
        if (half != null) {
          taken.addAll(Arrays.asList(half));
        }
      }
      if (i % 3 == 0) {
        ReadyTask own = ring.poll();
        if (own != null) {
          taken.add(own);
        }
      }
    }
    for (ReadyTask own = ring.poll(); own != null; own = ring.poll()) {
      taken.add(own);
    }
    pushedAll.set(true);
    threads.forEach(TaskRingProperties::join);
    boolean[] seen = new boolean[tasks];
    for (ReadyTask task : taken) {
      int number = ((Numbered) task).number();
      assertThat(seen[number]).as("task %d was taken before", number).isFalse();
      seen[number] = true;
    }
    assertThat(taken).hasSize(tasks);
  }

  private static void stealUntil(AtomicBoolean end, TaskRing victim, Queue<ReadyTask> taken) {
    TaskRing own = TaskRing.create();
    int before = -1;
    while (!end.get() || !victim.isEmpty()) {
      ReadyTask last = victim.stealInto(own, _ -> {});
      if (last == null) {
        Thread.onSpinWait();
        continue;
      }
      List<ReadyTask> loot = new ArrayList<>();
      for (ReadyTask task = own.poll(); task != null; task = own.poll()) {
        loot.add(task);
      }
      loot.add(last);
      for (ReadyTask task : loot) {
        int number = ((Numbered) task).number();
        assertThat(number).as("a thief sees the owner's order").isGreaterThan(before);
        before = number;
      }
      taken.addAll(loot);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_full_ring_takes_no_more() {
    TaskRing ring = TaskRing.create();
    for (int i = 0; i < TaskRing.CAPACITY; i++) {
      assertThat(ring.push(new Numbered(i))).isTrue();
    }
    assertThat(ring.push(new Numbered(TaskRing.CAPACITY))).isFalse();
    assertThat(ring.size()).isEqualTo(TaskRing.CAPACITY);
  }

  @Test
  void an_empty_ring_gives_nothing() {
    TaskRing ring = TaskRing.create();
    assertThat(ring.poll()).isNull();
    assertThat(ring.takeOlderHalf()).isNull();
    assertThat(steal(ring)).isEmpty();
  }
}
