package dev.wakerobin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class ShardProperties {
  private static final Rig RIG = Rig.create(); // Without threads: there is nothing to close.
  static final int PAGE = Shard.PAGE_SIZE;

  private Shard shard = new Shard();

  @BeforeTry
  void startAfresh() {
    shard = new Shard();
  }

  /// In each storm some tasks come, and then a share of all that live leaves, in random order.
  @Property(tries = 60)
  void it_shows_each_live_task_once_and_no_other(
      @ForAll @Size(max = 8) List<@IntRange(max = 3 * PAGE) Integer> storms,
      @ForAll @IntRange(max = 100) int percentLeaving,
      @ForAll long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<TaskCell<?>> live = new ArrayList<>();
    int peak = 0;
    for (int storm : storms) {
      addAll(live, storm);
      peak = Math.max(peak, live.size());
      endSome(live, percentLeaving, random);
      assertThat(shown()).containsExactlyInAnyOrderElementsOf(live);
      assertThat(shard.pageCount()).isLessThanOrEqualTo(mostPages(peak));
    }
  }

  /// A page that is at most half free is passed over, and an empty one is let go at every turn; so
  /// for each page of live tasks there are at most two that they fill by half, and twice as many
  /// that wait to be let go.
  private static int mostPages(int peak) {
    return 6 * (peak / PAGE + 1);
  }

  @Property(tries = 20)
  void few_live_tasks_need_few_pages_however_many_come_and_go(
      @ForAll @IntRange(min = 1, max = 2 * PAGE) int alive, @ForAll boolean oldestFirst) {
    Deque<TaskCell<?>> live = new ArrayDeque<>();
    for (int i = 0; i < 20 * PAGE; i++) {
      TaskCell<?> task = task();
      shard.add(task);
      live.addLast(task);
      if (live.size() > alive) {
        end(oldestFirst ? live.removeFirst() : live.removeLast());
      }
    }
    assertThat(shard.pageCount()).isLessThanOrEqualTo(mostPages(alive));
    assertThat(shown()).containsExactlyInAnyOrderElementsOf(live);
  }

  @Test
  void after_a_storm_the_pages_are_let_go_one_with_each_page_that_is_used_up() {
    List<TaskCell<?>> storm = new ArrayList<>();
    addAll(storm, 20 * PAGE);
    assertThat(shard.pageCount()).isEqualTo(20);
    storm.forEach(ShardProperties::end);
    for (int i = 0; i < 20 * PAGE; i++) {
      TaskCell<?> task = task();
      shard.add(task);
      end(task);
    }
    assertThat(shard.pageCount()).isLessThanOrEqualTo(2);
    assertThat(shown()).isEmpty();
  }

  @Test
  void tasks_that_stay_keep_their_place_while_others_come_and_go() {
    List<TaskCell<?>> staying = new ArrayList<>();
    for (int i = 0; i < 10 * PAGE; i++) {
      TaskCell<?> task = task();
      shard.add(task);
      if (i % 100 == 0) {
        staying.add(task);
      } else {
        end(task);
      }
    }
    assertThat(shown()).containsExactlyInAnyOrderElementsOf(staying);
    assertThat(shard.pageCount()).isLessThanOrEqualTo(mostPages(staying.size()));
  }

  /// The owner adds, two others let tasks end, and a fourth looks on.
  @Test
  void tasks_may_leave_on_any_thread_while_the_owner_adds() {
    int tasks = 40 * PAGE;
    Queue<TaskCell<?>> toEnd = new ConcurrentLinkedQueue<>();
    AtomicBoolean allAdded = new AtomicBoolean();
    Runnable remover =
        () -> {
          while (!allAdded.get() || !toEnd.isEmpty()) {
            TaskCell<?> task = toEnd.poll();
            if (task != null) {
              end(task);
            }
          }
        };
    List<Thread> others = List.of(start(remover), start(remover), start(() -> lookOn(allAdded)));
    List<TaskCell<?>> staying = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      TaskCell<?> task = task();
      shard.add(task);
      boolean stays = i % 1000 == 0;
      (stays ? staying : toEnd).add(task);
    }
    allAdded.set(true);
    others.forEach(Patience::awaitEnd);
    assertThat(shown()).containsExactlyInAnyOrderElementsOf(staying);
  }

  private void lookOn(AtomicBoolean allAdded) {
    while (!allAdded.get()) {
      shown();
    }
  }

  // ---- The parts of a storm

  private void addAll(Collection<TaskCell<?>> live, int count) {
    for (int i = 0; i < count; i++) {
      TaskCell<?> task = task();
      shard.add(task);
      live.add(task);
    }
  }

  private static void endSome(List<TaskCell<?>> live, int percent, RandomGenerator random) {
    for (int count = live.size() * percent / 100; count > 0; count--) {
      int chosen = random.nextInt(live.size());
      TaskCell<?> last = live.removeLast();
      end(chosen == live.size() ? last : live.set(chosen, last));
    }
  }

  private List<TaskCell<?>> shown() {
    List<TaskCell<?>> shown = new ArrayList<>();
    shard.forEach(shown::add);
    return shown;
  }

  private static TaskCell<?> task() {
    return RIG.engine().newTask("", Probe.waiting());
  }

  private static void end(TaskCell<?> task) {
    task.cancelWithoutScheduler();
  }

  private static Thread start(Runnable work) {
    return Thread.ofPlatform().daemon().start(work);
  }
}
