package dev.wakerobin.scheduler.workstealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakerobin.spi.ReadyTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The injector against a plain queue for each lane.
class InjectorProperties {

  /// What may be done to an injector, by or for a thread of that number.
  record Step(Action action, int thread) {}

  enum Action {
    PUSH,
    PUSH_MANY,
    POLL,
    TAKE_BATCH,
    CLEAR
  }

  private static final List<Thread> THREADS = // Of consecutive numbers, and never started.
      Stream.generate(() -> Thread.ofPlatform().unstarted(() -> {}))
          .limit(Injector.LANES + 1)
          .toList();

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.of(Action.class), Arbitraries.integers().between(0, THREADS.size() - 1))
        .as(Step::new);
  }

  @Property(tries = 500)
  void each_lane_is_a_queue_and_they_take_turns(
      @ForAll @Size(max = 100) List<@From("steps") Step> steps) {
    Injector injector = new Injector();
    List<Deque<ReadyTask>> lanes = emptyLanes();
    int next = 0;
    int turn = -3; // It may overflow in a long life.
    for (Step step : steps) {
      Thread thread = THREADS.get(step.thread());
      switch (step.action()) {
        case PUSH -> {
          Numbered task = new Numbered(next++);
          injector.laneOf(thread).push(task);
          laneOf(thread, lanes).add(task);
        }
        case PUSH_MANY -> {
          List<ReadyTask> batch = numbered(next, 10);
          next += batch.size();
          injector.laneOf(thread).pushAll(batch.toArray(new ReadyTask[0]));
          laneOf(thread, lanes).addAll(batch);
        }
        case POLL -> assertThat(injector.poll(turn)).isSameAs(oldest(turn, lanes).poll());
        case TAKE_BATCH -> {
          TaskRing ring = TaskRing.create();
          Deque<ReadyTask> lane = oldest(turn, lanes);
          assertThat(injector.takeBatch(ring, 2, turn)).isSameAs(lane.poll());
          contentsOf(ring).forEach(each -> assertThat(each).isSameAs(lane.poll()));
        }
        case CLEAR -> {
          injector.clear();
          lanes.forEach(Deque::clear);
        }
      }
      turn++;
      assertThat(injector.isEmpty()).isEqualTo(lanes.stream().allMatch(Deque::isEmpty));
    }
  }

  private static List<Deque<ReadyTask>> emptyLanes() {
    return Stream.<Deque<ReadyTask>>generate(ArrayDeque::new).limit(Injector.LANES).toList();
  }

  private static Deque<ReadyTask> laneOf(Thread thread, List<Deque<ReadyTask>> lanes) {
    return lanes.get((int) (thread.threadId() % Injector.LANES));
  }

  /// The first lane from that turn on in which something is, or else any.
  private static Deque<ReadyTask> oldest(int turn, List<Deque<ReadyTask>> lanes) {
    return IntStream.range(0, Injector.LANES)
        .mapToObj(i -> lanes.get(Math.floorMod(turn + i, Injector.LANES)))
        .filter(lane -> !lane.isEmpty())
        .findFirst()
        .orElse(lanes.getFirst());
  }

  @Property(tries = 200)
  void in_as_many_turns_as_there_are_lanes_the_oldest_of_each_is_taken(
      @ForAll int turn, @ForAll @IntRange(min = 1, max = 5) int each) {
    Injector injector = new Injector();
    for (int number = 0; number < each * Injector.LANES; number++) {
      injector.laneOf(THREADS.get(number % Injector.LANES)).push(new Numbered(number));
    }
    List<ReadyTask> taken = new ArrayList<>();
    for (int i = 0; i < Injector.LANES; i++) {
      taken.add(injector.poll(turn + i));
    }
    assertThat(taken).containsExactlyInAnyOrderElementsOf(numbered(0, Injector.LANES));
  }

  @Test
  void foreign_threads_and_workers_lose_none_and_double_none() throws InterruptedException {
    int pushers = 2;
    int each = 20_000;
    Injector injector = new Injector();
    List<Thread> pushing =
        IntStream.range(0, pushers)
            .mapToObj(p -> start(() -> numbered(p * each, each).forEach(injector::push)))
            .toList();
    List<List<ReadyTask>> taken = List.of(new ArrayList<>(), new ArrayList<>());
    List<Thread> taking =
        taken.stream().map(mine -> start(() -> takeWhile(pushing, injector, mine))).toList();
    for (Thread thread : taking) {
      thread.join(); // They end after those who push.
    }
    List<ReadyTask> all = new ArrayList<>(contentsOf(injector));
    taken.forEach(all::addAll);
    assertThat(all).hasSize(pushers * each).doesNotHaveDuplicates();
  }

  private static Thread start(Runnable work) {
    return Thread.ofPlatform().daemon().start(work);
  }

  private static void takeWhile(List<Thread> pushing, Injector injector, List<ReadyTask> taken) {
    TaskRing ring = TaskRing.create();
    while (pushing.stream().anyMatch(Thread::isAlive) || !injector.isEmpty()) {
      ReadyTask task = injector.takeBatch(ring, 2, 0);
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

  private static List<ReadyTask> contentsOf(Injector injector) {
    List<ReadyTask> all = new ArrayList<>();
    for (ReadyTask task = injector.poll(0); task != null; task = injector.poll(0)) {
      all.add(task);
    }
    return all;
  }
}
